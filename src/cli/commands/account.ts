import type { CommandDefinition } from '../definition.ts';

/** `seatledger account`: the people who may sign in. */
export const accountCommand: CommandDefinition = {
  name: 'account',
  summary: 'the people who may sign in: list, add or remove one',
  examples: [
    { line: 'seatledger account', says: 'every account with its role and tenants' },
    { line: 'seatledger account add ana --role owner', says: 'make one; the password is asked for' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../access/show-accounts.ts')).showAccounts(call),
};
