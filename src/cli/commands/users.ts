import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger users`: people with the seats they hold and wait for. */
export const usersCommand: CommandDefinition = {
  name: 'users',
  summary: 'list people, their licenses and where these come from',
  options: [
    tenantOption,
    { flags: '--sku <sku>', description: 'only who holds this product: its SKU id or part number' },
    { flags: '--search <text>', description: 'part of a name, an address or a principal name' },
    { flags: '--finding <name>', description: 'only those with this finding, such as double-assignment' },
    { flags: '--rows <kind>', description: 'what a csv row is', choices: ['people', 'seats'] },
  ],
  examples: [
    { line: 'seatledger users --sku SPE_E5', says: 'who holds Microsoft 365 E5' },
    {
      line: 'seatledger users --finding disabled-but-licensed',
      says: 'blocked accounts that still hold seats',
    },
    {
      line: 'seatledger users --tenant contoso.com --rows seats --output csv > seats.csv',
      says: 'one spreadsheet row for each seat',
    },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../people/show-users.ts')).showUsers(call),
};
