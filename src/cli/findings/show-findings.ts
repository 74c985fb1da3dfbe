import { findingsCsv } from '../../api/contract/csv/findings.ts';
import type { Finding } from '../../api/contract/findings.ts';
import type { Operations } from '../../api/contract/operations.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { printList } from '../output/list.ts';
import { date } from '../output/moments.ts';
import { printStreamedTable } from '../output/streamed-table.ts';
import type { Column } from '../output/table.ts';
import { count } from '../output/words.ts';

/** Lists what is found as it comes from the store. */
export async function showFindings(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const operations = await call.operations();
  const findings = operations.findings(texts(call, 'tenant', 'rule'));
  await printList(call, findings, findingsCsv, async () => {
    const rows = withProducts(findings, await productNames(operations));
    const printed = await printStreamedTable(out, columns, rows, width, paint);
    await out.flush();
    say(printed === 0 ? 'Nothing is found.' : `${count(printed, 'finding')}.`);
  });
  return exitCodes.done;
}

type NamedFinding = Finding & { readonly product: string };

const columns: readonly Column<NamedFinding>[] = [
  { title: 'Finding', cell: ({ rule }) => rule },
  { title: 'Person', cell: ({ subject }) => subject.name ?? subject.id, cutTo: 14 },
  { title: 'Product', cell: ({ product }) => product, cutTo: 12, idle: ({ product }) => product === '' },
  { title: 'Evidence', cell: ({ evidence }) => evidence, cutTo: 24 },
  {
    title: 'Since',
    cell: ({ since }) => (since === null ? 'first collection' : date(since)),
    dropFirst: 1,
  },
];

async function productNames(operations: Operations): Promise<ReadonlyMap<string, string>> {
  const lines = await operations.balance({});
  return new Map(lines.map(({ tenantId, skuId, productName }) => [`${tenantId} ${skuId}`, productName]));
}

async function* withProducts(
  findings: AsyncIterable<Finding>,
  products: ReadonlyMap<string, string>,
): AsyncIterable<NamedFinding> {
  for await (const finding of findings) {
    const { tenantId, skuId = '' } = finding;
    yield { ...finding, product: products.get(`${tenantId} ${skuId}`) ?? skuId };
  }
}
