import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger findings`: what is worth a person's attention, and since when. */
export const findingsCommand: CommandDefinition = {
  name: 'findings',
  summary: 'list what is worth attention: blocked but licensed, doubly assigned, in error',
  options: [
    tenantOption,
    { flags: '--rule <name>', description: 'only what this rule finds, such as guest-with-paid-seat' },
  ],
  examples: [
    { line: 'seatledger findings', says: 'everything that the rules find, in every tenant' },
    {
      line: 'seatledger findings --rule disabled-but-licensed --output csv > blocked.csv',
      says: 'blocked accounts that still hold seats, as a spreadsheet',
    },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../findings/show-findings.ts')).showFindings(call),
};
