import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger collect`: one run per tenant, and what changed. */
export const collectCommand: CommandDefinition = {
  name: 'collect',
  summary: 'read the tenants from Microsoft and say what changed',
  options: [
    tenantOption,
    { flags: '--full', description: 'read everything anew; without it a collection does the same' },
    { flags: '--accept-held', description: 'publish what is read even where the change looks too large' },
  ],
  examples: [
    { line: 'seatledger collect', says: 'every tenant' },
    { line: 'seatledger collect --tenant contoso.com', says: 'one of them' },
    {
      line: 'seatledger collect --quiet',
      says: 'from a timer: by the exit code (4 when something was not published)',
    },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../collecting/run-collection.ts')).runCollection(call),
};
