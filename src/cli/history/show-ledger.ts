import { ledgerCsv } from '../../api/contract/csv/ledger.ts';
import type { Entry } from '../../api/contract/ledger.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { printList } from '../output/list.ts';
import { date } from '../output/moments.ts';
import { printStreamedTable } from '../output/streamed-table.ts';
import type { Column } from '../output/table.ts';
import { count } from '../output/words.ts';
import { changeWords, kindWords } from './entry-words.ts';
import { createNames } from './names.ts';
import type { Names } from './names.ts';

/** Lists the entries of the ledger, oldest first, as they come from the store. */
export async function showLedger(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const operations = await call.operations();
  const entries = operations.entries(texts(call, 'tenant', 'sku', 'user', 'from', 'to'));
  await printList(call, entries, ledgerCsv, async () => {
    const rows = named(entries, await createNames(operations));
    const printed = await printStreamedTable(out, columns, rows, width, paint);
    await out.flush();
    say(printed === 0 ? 'No entry matches.' : `${count(printed, 'entry', 'entries')}.`);
  });
  return exitCodes.done;
}

type NamedEntry = Entry & { readonly person: string; readonly sku: string; readonly product: string };

const columns: readonly Column<NamedEntry>[] = [
  { title: '#', align: 'right', cell: ({ sequence }) => String(sequence), dropFirst: 2 },
  { title: 'When (UTC)', cell: ({ at }) => `${date(at)} ${at.slice(11, 16)}` },
  { title: 'What', cell: ({ kind }) => kindWords(kind) },
  { title: 'Person', cell: ({ person }) => person, cutTo: 10, idle: ({ person }) => person === '' },
  { title: 'SKU', cell: ({ sku }) => sku, cutTo: 8, idle: ({ sku }) => sku === '' },
  {
    title: 'Product',
    cell: ({ product }) => product,
    cutTo: 24,
    dropFirst: 3,
    idle: ({ product }) => product === '',
  },
  { title: 'Change', cell: changeWords, cutTo: 20 },
];

async function* named(entries: AsyncIterable<Entry>, names: Names): AsyncIterable<NamedEntry> {
  for await (const entry of entries) yield { ...entry, ...(await names.of(entry)) };
}
