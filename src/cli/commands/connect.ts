import { clouds } from '../connecting/clouds.ts';
import type { CommandDefinition } from '../definition.ts';

/** `seatledger connect`: a tenant is checked step by step and its credential sealed. */
export const connectCommand: CommandDefinition = {
  name: 'connect',
  summary: 'connect a tenant: checks every step, then keeps the credential sealed',
  options: [
    { flags: '--tenant <tenant>', description: 'Directory (tenant) ID, or a domain of the tenant' },
    { flags: '--client-id <guid>', description: 'Application (client) ID of the app registration' },
    { flags: '--secret-file <file>', description: 'file with the client secret; - reads standard input' },
    { flags: '--certificate <file>', description: 'certificate with its private key: PEM or PFX' },
    { flags: '--certificate-password-file <file>', description: 'file with the password of the certificate' },
    { flags: '--cloud <cloud>', description: 'where the tenant lives (global)', choices: clouds },
    { flags: '--name <name>', description: 'what to call the tenant here' },
    { flags: '--wait', description: 'try again for two minutes: secret or consent was given a moment ago' },
    { flags: '--authority-host <url>', description: 'with --cloud custom: who signs in' },
    { flags: '--graph-host <url>', description: 'with --cloud custom: who answers for Microsoft Graph' },
  ],
  examples: [
    { line: 'seatledger connect', says: 'asks for everything; the secret is not shown' },
    {
      line: 'seatledger connect --tenant contoso.com --client-id 11111111-2222-… --certificate seatledger.pem',
      says: 'with a certificate, the safer way',
    },
    {
      line: 'pass show contoso | seatledger connect --tenant contoso.com --client-id 11111111-2222-… --secret-file -',
      says: 'with a secret from a password store; a secret is never an argument',
    },
  ],
  outputs: ['table', 'json'],
  run: async (call) => (await import('../connecting/run-connect.ts')).runConnect(call),
};
