import type { Account } from '../../api/contract/access.ts';
import type { CsvForm } from '../../api/contract/csv/form.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { printList } from '../output/list.ts';
import { ago } from '../output/moments.ts';
import { tableLines } from '../output/table.ts';
import type { Column } from '../output/table.ts';
import { scopeWords } from './scope-words.ts';

/** Lists the accounts with their role, tenants and last sign-in. */
export async function showAccounts(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const operations = await call.operations();
  const accounts = await operations.accounts();
  await printList(call, accounts, accountsCsv, async () => {
    if (accounts.length === 0) return say('No account yet. First: seatledger account add NAME --role owner');
    const tenants = await scopeWords(
      operations,
      accounts.map((account) => account.tenants),
    );
    const now = call.context.now();
    const columns: readonly Column<Account>[] = [
      { title: 'Name', cell: ({ name }) => name, cutTo: 14 },
      { title: 'Role', cell: ({ role }) => role },
      { title: 'Tenants', cell: (account) => tenants(account.tenants), cutTo: 12 },
      { title: 'Signed in', cell: ({ lastSignInAt }) => (lastSignInAt ? ago(lastSignInAt, now) : 'never') },
    ];
    await out.lines(tableLines(columns, accounts, width, paint));
  });
  return exitCodes.done;
}

const accountsCsv: CsvForm<Account> = {
  header: ['name', 'role', 'tenants', 'lastSignInAt'],
  cells: ({ name, role, tenants, lastSignInAt }) => [
    name,
    role,
    tenants === 'all' ? tenants : tenants.join(' '),
    lastSignInAt,
  ],
};
