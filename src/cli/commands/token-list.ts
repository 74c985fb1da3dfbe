import type { CommandDefinition } from '../definition.ts';

/** `seatledger token list`: the programs that may call. */
export const tokenListCommand: CommandDefinition = {
  name: 'token list',
  summary: 'list the tokens; what they are made of is not kept',
  examples: [
    { line: 'seatledger token list', says: 'every token with its role, tenants and last use' },
    { line: 'seatledger token list --output json', says: 'the same for a program' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../access/show-tokens.ts')).showTokens(call),
};
