import { tenantsOption } from '../access/tenants-option.ts';
import type { CommandDefinition } from '../definition.ts';

/** `seatledger token create`: a program may call from now on. */
export const tokenCreateCommand: CommandDefinition = {
  name: 'token create',
  summary: 'make a token for a program; it is printed once, alone on stdout',
  argument: { name: 'name', description: 'what to call it: the program that will use it' },
  options: [
    {
      flags: '--role <role>',
      description: 'viewer: reads (the usual); admin: all but access',
      choices: ['admin', 'viewer'],
    },
    tenantsOption,
    { flags: '--expires <days>', description: 'days until it ends (365)' },
  ],
  examples: [
    { line: 'seatledger token create grafana > token.txt', says: 'may read everything, for a year' },
    {
      line: 'seatledger token create nightly --role admin --tenants contoso.com --expires 90',
      says: 'may collect from one tenant, for 90 days',
    },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../access/create-token.ts')).createToken(call),
};
