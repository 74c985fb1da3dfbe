import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger ledger`: what changed, when, from what to what. */
export const ledgerCommand: CommandDefinition = {
  name: 'ledger',
  summary: 'list what changed: seats, people, units, products',
  options: [
    tenantOption,
    { flags: '--sku <sku>', description: 'only this product: its SKU id or part number' },
    { flags: '--user <user>', description: 'only this person: object id or principal name' },
    { flags: '--from <date>', description: 'from that day (UTC) or instant on' },
    { flags: '--to <date>', description: 'up to the end of that day (UTC), or that instant' },
  ],
  examples: [
    { line: 'seatledger ledger --from 2026-11-01', says: 'everything since the first of November' },
    { line: 'seatledger ledger --user ana@contoso.com', says: 'what one person got and lost' },
    {
      line: 'seatledger ledger --sku SPE_E3 --output json',
      says: 'the changes of one product, for a program',
    },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../history/show-ledger.ts')).showLedger(call),
};
