import type { CommandDefinition } from '../definition.ts';

/** `seatledger token revoke`: a program may no longer call. */
export const tokenRevokeCommand: CommandDefinition = {
  name: 'token revoke',
  summary: 'end a token at once',
  argument: { name: 'token', description: 'its name or its id' },
  examples: [
    { line: 'seatledger token revoke grafana', says: 'by its name' },
    { line: 'seatledger token revoke 4f1c9a0be27d6358', says: 'by its id, as token list shows it' },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../access/revoke-token.ts')).revokeToken(call),
};
