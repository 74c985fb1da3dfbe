import type { CommandDefinition } from '../definition.ts';

/** `seatledger token`: the programs that may call. */
export const tokenCommand: CommandDefinition = {
  name: 'token',
  summary: 'the programs that may call: list, create or revoke a token',
  examples: [
    { line: 'seatledger token', says: 'every token with its role, tenants and last use' },
    { line: 'seatledger token create grafana > token.txt', says: 'make one; it is shown once' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../access/show-tokens.ts')).showTokens(call),
};
