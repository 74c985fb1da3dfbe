import { tenantArgument } from '../definition.ts';
import type { CommandDefinition } from '../definition.ts';

/** `seatledger tenants remove`: a tenant is disconnected and its data deleted. */
export const tenantsRemoveCommand: CommandDefinition = {
  name: 'tenants remove',
  summary: 'disconnect a tenant and delete what was collected from it',
  argument: tenantArgument,
  options: [{ flags: '--yes', description: 'do not ask; needed where there is no terminal' }],
  examples: [
    { line: 'seatledger tenants remove contoso.com', says: 'asks before it removes' },
    { line: 'seatledger tenants remove contoso.com --yes', says: 'in a script' },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../tenants/change-tenant.ts')).removeTenant(call),
};
