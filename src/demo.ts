import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { openApp, type App } from './app.ts';
import { runCli, type CliContext, type DemoOptions, type GlobalOptions } from './cli/command.ts';
import { startSimulator, type Simulator } from './simulator/simulator.ts';
import { version } from './version.ts';

/**
 * A look around: a simulated Microsoft on loopback, tenants connected and collected as real ones are, their balance on
 * stdout. All data lies in a temporary folder that goes when the demo ends.
 */
export async function runDemo(options: DemoOptions, interrupt: AbortSignal): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-demo-'));
  try {
    await using simulator = await startSimulator({
      users: options.users,
      tenants: options.tenants,
      port: options.port,
      compress: false,
    });
    const place = { folder, interrupt, globals: options.globals };
    await connectAll(simulator, place);
    const collected = await collect(place);
    if (collected !== 0) return collected;
    const shown = await seatledger(place, ['balance', '--output', options.globals.output]);
    if (options.once || shown !== 0) return shown;
    await letDaysPass(simulator, place);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Place = { readonly folder: string; readonly interrupt: AbortSignal; readonly globals: GlobalOptions };

async function connectAll(simulator: Simulator, place: Place): Promise<void> {
  const app = await openIn(place);
  try {
    for (const { id, clientId, secret } of simulator.tenants) {
      const answer = await app.operations.connect(
        {
          tenant: id,
          clientId,
          secret,
          cloud: 'custom',
          authorityHost: simulator.url,
          graphHost: simulator.url,
        },
        () => undefined,
      );
      if (!answer.connected) throw new Error(answer.steps.map((step) => step.message).join(' '));
    }
  } finally {
    await app.close();
  }
}

/** Each time the person presses Enter a day passes in the simulated tenants, and is collected. */
async function letDaysPass(simulator: Simulator, place: Place): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  say('');
  say('The simulated tenant keeps running. In another terminal, for example:');
  const set = `SEATLEDGER_KEY_FILE=${keyFile(place)} SEATLEDGER_DATA_DIR=${dataDir(place)}`;
  say(`  ${set} npx seatledger balance --explain SPE_E5`);
  say('');
  say('Press Enter to let a day pass and collect again, Ctrl-C to end.');
  const lines = createInterface({ input: process.stdin });
  const ended = new Promise<void>((resolve) => {
    place.interrupt.addEventListener('abort', () => resolve(), { once: true });
    process.once('SIGTERM', () => resolve());
  });
  lines.on('line', () => {
    for (const tenant of simulator.tenants) tenant.passDay();
    void collect(place);
  });
  await ended;
  lines.close();
}

/** Collects; what it says goes to stderr, since the balance alone is the data of the demo. */
function collect(place: Place): Promise<number> {
  return seatledger(place, ['collect'], process.stderr);
}

/** Runs a command of Seatledger on the data of the demo. */
function seatledger(
  place: Place,
  argv: readonly string[],
  stdout: CliContext['stdout'] = process.stdout,
): Promise<number> {
  const { quiet, verbose, color } = place.globals;
  const context: CliContext = {
    version,
    stdin: process.stdin,
    stdout,
    stderr: process.stderr,
    env: process.env,
    now: () => new Date(),
    interrupt: place.interrupt,
    open: () => openIn(place),
    demo: () => Promise.resolve(2),
  };
  const globals = [
    ...(quiet ? ['--quiet'] : []),
    ...(verbose ? ['--verbose'] : []),
    ...(color ? [] : ['--no-color']),
  ];
  return runCli([...argv, ...globals], context);
}

function openIn(place: Place): Promise<App> {
  const env = {
    SEATLEDGER_DATA_DIR: dataDir(place),
    SEATLEDGER_KEY_FILE: keyFile(place),
  };
  return openApp({ env, verbose: place.globals.verbose });
}

function dataDir({ folder }: Place): string {
  return path.join(folder, 'data');
}

function keyFile({ folder }: Place): string {
  return path.join(folder, 'key', 'master.key');
}
