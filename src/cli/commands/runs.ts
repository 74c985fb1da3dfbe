import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger runs`: the collections and what became of them. */
export const runsCommand: CommandDefinition = {
  name: 'runs',
  summary: 'list the collections: state, duration, requests, throttling',
  options: [tenantOption],
  examples: [
    { line: 'seatledger runs', says: 'the collections of every tenant' },
    {
      line: 'seatledger runs --tenant contoso.com --output csv',
      says: 'those of one tenant as a spreadsheet',
    },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../history/show-runs.ts')).showRuns(call),
};
