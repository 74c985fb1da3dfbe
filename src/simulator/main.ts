import { parseArgs } from 'node:util';
import { described } from './control.ts';
import { startSimulator } from './simulator.ts';

/**
 * The simulator as a process of its own: prints one JSON line when it is ready, and ends with SIGTERM, SIGINT or the end
 * of its standard input. What it serves is changed through `/_control/…`.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '250' },
    tenants: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '0' },
    latency: { type: 'string', default: '0' },
    'no-compress': { type: 'boolean', default: false },
  },
});

const simulator = await startSimulator({
  users: whole('users'),
  tenants: whole('tenants'),
  seed: whole('seed'),
  port: whole('port'),
  latencyMs: whole('latency'),
  compress: !values['no-compress'],
});
process.stdout.write(
  `${JSON.stringify({ url: simulator.url, tenants: simulator.tenants.map(described) })}\n`,
);

function whole(name: 'users' | 'tenants' | 'seed' | 'port' | 'latency'): number {
  if (/^\d+$/u.test(values[name])) return Number(values[name]);
  process.stderr.write(`--${name} takes a whole number, not "${values[name]}"\n`);
  process.exit(2);
}

function stop(): void {
  simulator.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.stdin.on('end', stop);
process.stdin.resume();
