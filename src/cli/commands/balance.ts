import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger balance`: what was bought, assigned and is left, and how each figure comes about. */
export const balanceCommand: CommandDefinition = {
  name: 'balance',
  summary: 'show what was bought, what is assigned and what is left',
  options: [
    tenantOption,
    { flags: '--at <date>', description: 'as it was at the end of that day (UTC), or at that instant' },
    {
      flags: '--explain <sku>',
      description: 'the sums and proofs of one product: its SKU id or part number',
    },
  ],
  examples: [
    { line: 'seatledger balance', says: 'every product of every tenant, now' },
    { line: 'seatledger balance --explain SPE_E3', says: 'how the figures of Microsoft 365 E3 come about' },
    {
      line: 'seatledger balance --tenant contoso.com --at 2026-10-31 --output csv > october.csv',
      says: 'the end of October as a spreadsheet',
    },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../balance/show-balance.ts')).showBalance(call),
};
