import { tenantsOption } from '../access/tenants-option.ts';
import type { CommandDefinition } from '../definition.ts';

/** `seatledger account add`: someone may sign in from now on. */
export const accountAddCommand: CommandDefinition = {
  name: 'account add',
  summary: 'let someone sign in; the password is asked for, or read from a file',
  argument: { name: 'name', description: 'the name to sign in with' },
  options: [
    {
      flags: '--role <role>',
      description: 'owner: everything; admin: all but access; viewer: reads',
      choices: ['owner', 'admin', 'viewer'],
    },
    tenantsOption,
    { flags: '--password-file <file>', description: 'file with the password; - reads standard input' },
  ],
  examples: [
    { line: 'seatledger account add ana --role owner', says: 'asks for the password, which is not shown' },
    {
      line: 'pass show ana | seatledger account add ana --role viewer --tenants contoso.com --password-file -',
      says: 'for one tenant, with the password from a password store; a password is never an argument',
    },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../access/add-account.ts')).addAccount(call),
};
