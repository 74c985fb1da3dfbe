import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger user`: one person whole. */
export const userCommand: CommandDefinition = {
  name: 'user',
  summary: 'show one person: identity, seats with their source, errors and findings',
  argument: { name: 'id', description: 'object id or user principal name' },
  options: [tenantOption],
  examples: [
    { line: 'seatledger user ana@contoso.com', says: 'by principal name, in any tenant' },
    {
      line: 'seatledger user 6e7b768e-07e2-4810-8459-485f84f8f204 --output json',
      says: 'by object id, for a program',
    },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../people/show-user.ts')).showUser(call),
};
