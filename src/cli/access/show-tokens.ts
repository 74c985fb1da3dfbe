import type { Token } from '../../api/contract/access.ts';
import type { CsvForm } from '../../api/contract/csv/form.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { printList } from '../output/list.ts';
import { ago, until } from '../output/moments.ts';
import { tableLines } from '../output/table.ts';
import type { Column } from '../output/table.ts';
import { scopeWords } from './scope-words.ts';

/** Lists the tokens with their role, tenants, end and last use. */
export async function showTokens(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const operations = await call.operations();
  const tokens = await operations.tokens();
  await printList(call, tokens, tokensCsv, async () => {
    if (tokens.length === 0) return say('No token yet. First: seatledger token create NAME');
    const tenants = await scopeWords(
      operations,
      tokens.map((token) => token.tenants),
    );
    const now = call.context.now();
    const columns: readonly Column<Token>[] = [
      { title: 'Name', cell: ({ name }) => name, cutTo: 14 },
      { title: 'Role', cell: ({ role }) => role },
      { title: 'Tenants', cell: (token) => tenants(token.tenants), cutTo: 12 },
      {
        title: 'Ends',
        cell: (token) => ends(token, now),
        tone: (token) => (isOver(token, now) ? 'warning' : 'plain'),
      },
      { title: 'Used', cell: ({ lastUsedAt }) => (lastUsedAt ? ago(lastUsedAt, now) : 'never') },
      { title: 'Id', cell: ({ id }) => id, dropFirst: 1 },
    ];
    await out.lines(tableLines(columns, tokens, width, paint));
  });
  return exitCodes.done;
}

const tokensCsv: CsvForm<Token> = {
  header: ['id', 'name', 'role', 'tenants', 'createdAt', 'expiresAt', 'lastUsedAt'],
  cells: ({ id, name, role, tenants, createdAt, expiresAt, lastUsedAt }) => [
    id,
    name,
    role,
    tenants === 'all' ? tenants : tenants.join(' '),
    createdAt,
    expiresAt,
    lastUsedAt,
  ],
};

function ends({ expiresAt }: Token, now: Date): string {
  return expiresAt === null ? 'never' : until(expiresAt, now);
}

function isOver({ expiresAt }: Token, now: Date): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
}
