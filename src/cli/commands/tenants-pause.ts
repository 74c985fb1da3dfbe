import { tenantArgument } from '../definition.ts';
import type { CommandDefinition } from '../definition.ts';

/** `seatledger tenants pause`: a tenant is no longer collected from; its data stays. */
export const tenantsPauseCommand: CommandDefinition = {
  name: 'tenants pause',
  summary: 'stop collecting from a tenant; its data stays',
  argument: tenantArgument,
  examples: [
    { line: 'seatledger tenants pause contoso.com', says: 'by a domain' },
    { line: "seatledger tenants pause 'Contoso Ltd'", says: 'by its name' },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../tenants/change-tenant.ts')).pauseTenant(call),
};
