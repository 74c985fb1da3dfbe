import type { CommandDefinition } from '../definition.ts';

/** `seatledger doctor`: the health of the set-up. */
export const doctorCommand: CommandDefinition = {
  name: 'doctor',
  summary: 'check the set-up: data, key, credentials, ages',
  examples: [
    { line: 'seatledger doctor', says: 'every check and what to do about it; ends with 1 where one failed' },
    { line: 'seatledger doctor --output json', says: 'for a monitoring program' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../health/show-health.ts')).showHealth(call),
};
