import { tenantArgument } from '../definition.ts';
import type { CommandDefinition } from '../definition.ts';

/** `seatledger tenants resume`: a paused tenant is collected from again. */
export const tenantsResumeCommand: CommandDefinition = {
  name: 'tenants resume',
  summary: 'collect from a paused tenant again',
  argument: tenantArgument,
  examples: [
    { line: 'seatledger tenants resume contoso.com', says: 'by a domain' },
    { line: "seatledger tenants resume 'Contoso Ltd'", says: 'by its name' },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../tenants/change-tenant.ts')).resumeTenant(call),
};
