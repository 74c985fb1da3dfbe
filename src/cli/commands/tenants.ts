import type { CommandDefinition } from '../definition.ts';

/** `seatledger tenants`: the tenants that are collected from. */
export const tenantsCommand: CommandDefinition = {
  name: 'tenants',
  summary: 'list the connected tenants; remove, pause or resume one',
  examples: [
    { line: 'seatledger tenants', says: 'every tenant with its state, credential and age' },
    { line: 'seatledger tenants pause contoso.com', says: 'stop collecting from one of them' },
    { line: 'seatledger tenants --output json', says: 'the same for a program' },
  ],
  outputs: ['table', 'json', 'csv'],
  run: async (call) => (await import('../tenants/show-tenants.ts')).showTenants(call),
};
