import type { CommandDefinition } from '../definition.ts';
import { given, wholeNumber } from '../options.ts';

/** `seatledger demo`: a look around with a simulated tenant. */
export const demoCommand: CommandDefinition = {
  name: 'demo',
  summary: 'look around with a simulated Microsoft 365 tenant, on this machine alone',
  options: [
    { flags: '--users <n>', description: 'people in each tenant (250)' },
    { flags: '--tenants <n>', description: 'how many tenants (1)' },
    { flags: '--port <port>', description: 'port of the web interface on loopback (7365, or a free one)' },
    { flags: '--once', description: 'stop after the balance is printed' },
  ],
  examples: [
    {
      line: 'seatledger demo',
      says: 'connects, collects, prints the balance and a link to the web interface',
    },
    { line: 'seatledger demo --once --users 5000', says: 'prints the balance of a larger company and stops' },
  ],
  outputs: ['table', 'json', 'csv'],
  stopsItself: true,
  run: (call) =>
    call.context.demo({
      users: wholeNumber(call, 'users', 1, 1_000_000) ?? 250,
      tenants: wholeNumber(call, 'tenants', 1, 1_000) ?? 1,
      port: wholeNumber(call, 'port', 0, 65_535) ?? null,
      once: given(call, 'once'),
      globals: call.globals,
    }),
};
