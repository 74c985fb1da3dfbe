import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { openApp, type App } from './app.ts';
import { Refusal } from './api/contract/refusal.ts';
import { runCli, type CliContext, type DemoOptions, type GlobalOptions } from './cli/command.ts';
import type { Clock } from './graph/pace.ts';
import type { ServeOptions, Serving } from './serve.ts';
import { startSimulator, type Simulator } from './simulator/simulator.ts';
import { version } from './version.ts';

/**
 * A look around: a simulated Microsoft on loopback, tenants connected and collected as real ones are, their balance on
 * stdout, and the web interface behind a link. All data lies in a temporary folder that goes when the demo ends.
 */
export async function runDemo(options: DemoOptions, interrupt: AbortSignal): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-demo-'));
  const time = createTime();
  try {
    await using simulator = await startSimulator({
      users: options.users,
      tenants: options.tenants,
      now: time.clock.now,
      compress: false,
    });
    const place = { folder, interrupt, globals: options.globals, clock: time.clock };
    if (!options.once) time.goBack(monthsOfHistory);
    await connectAll(simulator, place);
    if (!options.once) await liveThrough(simulator, place, time, rhythmOf(options));
    const collected = await collect(place);
    if (collected !== 0) return collected;
    const shown = await seatledger(place, ['balance', '--output', options.globals.output]);
    if (options.once || shown !== 0) return shown;
    await showInterface(simulator, place, options.port);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much the simulated company has lived through before it is shown. */
const monthsOfHistory = 13;
const dayMs = 24 * 60 * 60 * 1000;
/** How many days before today are collected one by one, and how often before them, in days. */
type Rhythm = { readonly recentDays: number; readonly older: number };

/** The larger the companies, the fewer of their days are collected: a demo is no test of patience. */
function rhythmOf({ users, tenants }: Pick<DemoOptions, 'users' | 'tenants'>): Rhythm {
  const people = users * tenants;
  if (people <= 600) return { recentDays: 35, older: 7 };
  return people <= 3000 ? { recentDays: 10, older: 30 } : { recentDays: 2, older: 90 };
}

type Place = {
  readonly folder: string;
  readonly interrupt: AbortSignal;
  readonly globals: GlobalOptions;
  readonly clock: Clock;
};

/** The clock of the demo: behind by as much as the company has still to live through. */
function createTime() {
  let behind = 0;
  const now = () => new Date(Date.now() - behind);
  return {
    clock: {
      now,
      wait: (ms: number, signal?: AbortSignal) => setTimeout(ms, undefined, signal ? { signal } : {}),
    },
    daysBehind: () => Math.round(behind / dayMs),
    goBack(months: number) {
      const start = new Date();
      start.setUTCMonth(start.getUTCMonth() - months);
      behind = Math.round((Date.now() - start.getTime()) / dayMs) * dayMs;
    },
    passDay() {
      behind -= dayMs;
    },
  };
}

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

/** Lets the months pass day by day in every tenant, and collects as a daemon would have. */
async function liveThrough(
  simulator: Simulator,
  place: Place,
  time: ReturnType<typeof createTime>,
  { recentDays, older }: Rhythm,
): Promise<void> {
  if (!place.globals.quiet) {
    process.stderr.write(`The simulated company lives through ${monthsOfHistory} months …\n`);
  }
  const app = await openIn(place);
  try {
    while (time.daysBehind() > 0 && !place.interrupt.aborted) {
      if (time.daysBehind() <= recentDays || time.daysBehind() % older === 0) {
        await app.operations.collect({}, () => undefined);
      }
      for (const tenant of simulator.tenants) tenant.passDay();
      time.passDay();
    }
  } finally {
    await app.close();
  }
}

/** Serves the interface until the demo is ended; each time the person presses Enter a day passes and is collected. */
async function showInterface(simulator: Simulator, place: Place, port: number | null): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const owner = 'demo';
  const password = randomBytes(24).toString('base64url');
  const app = await openIn(place);
  await app.operations.addAccount({ name: owner, role: 'owner', password });
  await app.close();
  const serving = await serveAt(port, {
    ...openOptions(place),
    customClouds: true,
    collects: false,
    answers: true,
    say: () => undefined,
  });
  const code = (await serving.services.access()).oneTimeCode(owner);
  say('');
  say('The web interface, signed in by this link (it works once):');
  say(`  ${serving.url}/sign-in#${code}`);
  say('');
  say('Or in another terminal:');
  say(
    `  SEATLEDGER_KEY_FILE=${keyFile(place)} SEATLEDGER_DATA_DIR=${dataDir(place)} npx seatledger balance --explain SPE_E5`,
  );
  say('');
  say('Press Enter to let a day pass in the simulated company and collect again, Ctrl-C to end.');
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => {
    for (const tenant of simulator.tenants) {
      tenant.passDay();
      void serving.services.running.start(tenant.id, {}).catch(() => undefined);
    }
  });
  await Promise.race([once(place.interrupt, 'abort'), once(process, 'SIGTERM')]);
  lines.close();
  await serving.close();
}

/** At the port asked for; the usual one, or any free one where that is taken. */
async function serveAt(port: number | null, options: ServeOptions): Promise<Serving> {
  const { serve } = await import('./serve.ts');
  if (port !== null) return serve({ ...options, port });
  try {
    return await serve({ ...options, port: 7365 });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'failed') return serve({ ...options, port: 0 });
    throw error;
  }
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
    now: place.clock.now,
    interrupt: place.interrupt,
    open: () => openIn(place),
    serve: () => Promise.resolve(2),
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
  return openApp({ ...openOptions(place), clock: place.clock });
}

function openOptions(place: Place) {
  const env = {
    SEATLEDGER_DATA_DIR: dataDir(place),
    SEATLEDGER_KEY_FILE: keyFile(place),
  };
  return { env, verbose: place.globals.verbose };
}

function dataDir({ folder }: Place): string {
  return path.join(folder, 'data');
}

function keyFile({ folder }: Place): string {
  return path.join(folder, 'key', 'master.key');
}
