import type { CommandDefinition } from '../definition.ts';

/** `seatledger account remove`: someone may no longer sign in. */
export const accountRemoveCommand: CommandDefinition = {
  name: 'account remove',
  summary: 'end an account at once, with its sessions and tokens',
  argument: { name: 'name', description: 'the name of the account' },
  options: [{ flags: '--yes', description: 'do not ask; needed where there is no terminal' }],
  examples: [
    { line: 'seatledger account remove ana', says: 'asks before it removes' },
    { line: 'seatledger account remove ana --yes', says: 'in a script' },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../access/remove-account.ts')).removeAccount(call),
};
