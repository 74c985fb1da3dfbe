import { heldSeats, peopleCsv, seatsCsv, sourceWords } from '../../api/contract/csv/people.ts';
import type { Person } from '../../api/contract/people.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { printCsv } from '../output/csv.ts';
import { printList } from '../output/list.ts';
import { printStreamedTable } from '../output/streamed-table.ts';
import type { Column } from '../output/table.ts';
import { count } from '../output/words.ts';
import { personName } from './words.ts';

/** Lists people with their seats as they come from the store. */
export async function showUsers(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const bySeat = texts(call, 'rows').rows === 'seats';
  if (bySeat && call.globals.output !== 'csv') {
    throw new Refusal('wrong-input', '--rows seats is a csv form; add --output csv.');
  }
  const operations = await call.operations();
  const people = operations.users(texts(call, 'tenant', 'sku', 'search', 'finding'));
  if (bySeat) await printCsv(out, seatsCsv, heldSeats(people));
  else {
    await printList(call, people, peopleCsv, async () => {
      const printed = await printStreamedTable(out, columns, people, width, paint);
      await out.flush();
      say(printed === 0 ? 'Nobody matches.' : `${count(printed, 'person', 'people')}.`);
    });
  }
  return exitCodes.done;
}

const columns: readonly Column<Person>[] = [
  { title: 'Name', cell: personName, cutTo: 18 },
  { title: 'User principal name', cell: (person) => person.userPrincipalName ?? person.id, cutTo: 24 },
  { title: 'State', cell: stateWords, tone: ({ enabled }) => (enabled === false ? 'warning' : 'plain') },
  { title: 'Licenses', cell: licenses, cutTo: 24 },
  { title: 'Source', cell: sources, cutTo: 16, dropFirst: 1 },
  { title: 'Department', cell: ({ department }) => department ?? '', cutTo: 12, dropFirst: 2 },
  {
    title: 'Country',
    cell: ({ country, usageLocation }) => country ?? usageLocation ?? '',
    cutTo: 8,
    dropFirst: 3,
  },
];

function stateWords({ enabled, type }: Person): string {
  const words = [...(enabled === false ? ['blocked'] : []), ...(type === 'guest' ? ['guest'] : [])];
  return words.join(', ');
}

function licenses({ seats, waiting }: Person): string {
  const held = seats.map((seat) =>
    seat.error === undefined ? seat.productName : `${seat.productName} (error)`,
  );
  return [...held, ...waiting.map((one) => `waits for ${one.productName}`)].join(', ');
}

function sources({ seats }: Person): string {
  return [...new Set(seats.flatMap((seat) => seat.sources.map(sourceWords)))].join(', ');
}
