import type { CommandDefinition } from '../definition.ts';

/** `seatledger account list`: the people who may sign in. */
export const accountListCommand: CommandDefinition = {
  name: 'account list',
  summary: 'list the people who may sign in',
  examples: [
    { line: 'seatledger account list', says: 'every account with its role and tenants' },
    { line: 'seatledger account list --output json', says: 'the same for a program' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../access/show-accounts.ts')).showAccounts(call),
};
