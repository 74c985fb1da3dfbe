import type { Verification } from '../../api/contract/ledger.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import type { CsvForm } from '../../api/contract/csv/form.ts';
import { printList } from '../output/list.ts';
import type { Paint } from '../output/paint.ts';
import { visible } from '../../api/contract/visible.ts';
import { count } from '../output/words.ts';

/** Says for each tenant whether its ledger agrees with what is published; 1 when one does not. */
export async function showVerification(call: Call): Promise<number> {
  const { out, paint, say } = call.terminal;
  const operations = await call.operations();
  const verifications = await operations.verify(texts(call, 'tenant'));
  await printList(call, verifications, verificationCsv, async () => {
    if (verifications.length === 0) say('Nothing to verify: no tenant is connected.');
    await out.lines(verifications.flatMap((one) => verificationLines(one, paint)));
  });
  return verifications.some(({ difference }) => difference !== null) ? exitCodes.failed : exitCodes.done;
}

// The verifications as CSV; the difference as the sequence and the words of it.
const verificationCsv: CsvForm<Verification> = {
  header: ['tenantId', 'tenantName', 'entries', 'generations', 'head', 'differenceSequence', 'difference'],
  cells: ({ tenantId, tenantName, entries, generations, head, difference }) => [
    tenantId,
    tenantName,
    entries,
    generations,
    head,
    difference?.sequence ?? null,
    difference?.what ?? null,
  ],
};

function verificationLines(verification: Verification, paint: Paint): readonly string[] {
  const { tenantName, entries, generations, head, difference } = verification;
  const name = visible(tenantName);
  if (difference !== null) {
    const where = difference.sequence === null ? '' : ` at entry #${difference.sequence}`;
    return [`${paint('bad', '✗ differs')}  ${name}${where}: ${visible(difference.what)}`];
  }
  const extent = `${count(entries, 'entry', 'entries')} over ${count(generations, 'generation')}`;
  return [
    `${paint('good', '✓ agrees')}   ${name}: ${extent}`,
    ...(head === null ? [] : [paint('dim', `           head of the chain ${head}`)]),
  ];
}
