import type { CommandDefinition } from '../definition.ts';
import { tenantOption } from '../definition.ts';

/** `seatledger verify`: the ledger replayed and compared with what is published. */
export const verifyCommand: CommandDefinition = {
  name: 'verify',
  summary: 'replay the ledger and compare it with what is published',
  options: [tenantOption],
  examples: [
    { line: 'seatledger verify', says: 'every tenant; ends with 1 where they differ' },
    { line: 'seatledger verify --quiet && echo sound', says: 'in a script: by the exit code' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../history/show-verification.ts')).showVerification(call),
};
