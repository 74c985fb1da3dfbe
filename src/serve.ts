import { once } from 'node:events';
import { rmSync } from 'node:fs';
import * as path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Access } from './api/access/access.ts';
import { Refusal } from './api/contract/refusal.ts';
import { networkCallers } from './api/http/authenticate.ts';
import { serveHealth } from './api/http/health.ts';
import { serveReference } from './api/http/reference.ts';
import { servePages } from './api/http/web-pages.ts';
import { tenants } from './api/operations/tenants.ts';
import { createServer } from './api/server.ts';
import { createServices, type Services } from './api/services.ts';
import { runSchedule } from './collect/schedule.ts';
import { readConfig } from './config.ts';
import { openCore, type Core, type CoreOptions } from './core.ts';
import { localCaller } from './domain/access.ts';
import type { Log } from './graph/graph.ts';
import { interfaceFolder } from './interface.ts';
import { listen, listeningHost } from './listen.ts';
import { createLog } from './log.ts';
import { startWriterThread } from './writer-thread.ts';

/** What whoever starts the daemon chose beside the settings. */
export type ServeOptions = CoreOptions & {
  readonly host?: string;
  readonly port?: number;
  /** Collects by itself, each tenant in its time. */
  readonly collects: boolean;
  /** Answers the API and the interface. */
  readonly answers: boolean;
  /** Whether tenants may be connected at a stand-in of Microsoft: the demo. */
  readonly customClouds: boolean;
  /** Tells whoever started it. */
  readonly say: (line: string) => void;
};

/** A daemon that runs, until it is closed. */
export type Serving = {
  /** Where it answers; empty where it only collects. */
  readonly url: string;
  readonly services: Services;
  /** Settles with the reason when it cannot go on. */
  readonly broken: Promise<string>;
  close(): Promise<void>;
};

/** What the command line gives to the daemon. */
type Started = Omit<ServeOptions, 'customClouds' | 'say'>;

/** Serves until it is interrupted or told to end, and gives the exit code. */
export async function runServe(options: Started, interrupt: AbortSignal): Promise<number> {
  refuseHalfOfSqlite(options);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  // Listened for from the beginning on: whoever says stop while it starts is heard when it has.
  const ended = Promise.race([once(interrupt, 'abort'), once(process, 'SIGTERM')]).then(() => null);
  const serving = await serve({ ...options, say, customClouds: false });
  const reason = await Promise.race([ended, serving.broken]);
  await serving.close();
  if (reason === null) return 0;
  say(`seatledger: failed: the thread that writes has ended (${reason}). Start it again.`);
  return 1;
}

/**
 * Starts everything that runs for long: the thread that writes, the schedule, the API and the interface.
 * @throws Refusal for wrong settings, data that cannot be used, or an address that is taken.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const thread = await startWriterThread(options);
    closing.push(thread.stop);
    const core = await openCore(options);
    closing.push(core.close);
    const log = await createLog(core.config.logLevel);
    const place = { url: '' };
    const access = await core.access({
      onCode: (code, file) => tellCode(`${place.url}/claim#${code}`, file, options.say),
      onManyFailures: (budget) => log.warn({ budget }, 'many sign-ins failed'),
    });
    const services = createServices({
      writer: thread.writer,
      access: () => Promise.resolve(access),
      now: core.clock.now,
      cursorKey: await core.cursorKey(),
      customClouds: options.customClouds,
    });
    if (options.answers) closing.push(await answer(options, core, { services, access, log, place }));
    if (options.collects) closing.push(collectInTime(core, services, log));
    return { url: place.url, services, broken: thread.broken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** With SQLite one process does everything: another could neither write nor see who does. */
function refuseHalfOfSqlite({ collects, answers, ...options }: Started): void {
  if ((collects && answers) || readConfig(options.env, options).databaseUrl !== null) return;
  throw new Refusal(
    'wrong-input',
    'With SQLite one process does everything: leave --role out, or set SEATLEDGER_DATABASE_URL to a PostgreSQL database.',
  );
}

type Parts = {
  readonly services: Services;
  readonly access: Access;
  readonly log: Log;
  readonly place: { url: string };
};

/** Answers the API and the interface, and gives what ends that. */
async function answer(
  options: ServeOptions,
  core: Core,
  { services, access, log, place }: Parts,
): Promise<() => Promise<void>> {
  const { config, context } = core;
  const door = { publicUrl: config.publicUrl };
  const authenticate = networkCallers(access, door);
  const server = await createServer({
    context,
    services,
    authenticate,
    door,
    onFailure: ({ requestId, route, error }) =>
      log.warn(
        { requestId, route, error: error instanceof Error ? error.stack : String(error) },
        'a request failed',
      ),
  });
  serveHealth(server, { context, authenticate });
  serveReference(server, authenticate);
  await servePages(server, await interfaceFolder());
  const claimed = await access.claimed();
  const host = listeningHost(options.host ?? config.host, { ...door, claimed, say: options.say });
  const address = await listen(server, host, options.port ?? config.port);
  place.url = config.publicUrl?.origin ?? address;
  options.say(`Listening on ${address}`);
  const lost = await access.lossOfAccounts();
  if (lost !== null) options.say(`Warning: ${lost}`);
  const codeFile = path.join(config.dataDir, 'claim-code');
  if (!claimed) await access.openClaim({ codeFile });
  return () => closeServer(server, codeFile);
}

async function closeServer(server: FastifyInstance, codeFile: string): Promise<void> {
  await server.close();
  // The code in it was good in this process alone.
  rmSync(codeFile, { force: true });
}

function tellCode(link: string, file: string, say: ServeOptions['say']): void {
  say('');
  say('Nobody owns this Seatledger yet. Open this link within 30 minutes to become its owner:');
  say(`  ${link}`);
  say(`  (the code stands in ${file} too)`);
  say('');
}

/** How many tenants are collected at once. */
const atOnce = 2;

/** Collects each tenant in its time, and gives what ends that; a run that fails stands with the runs. */
function collectInTime(core: Core, { running }: Services, log: Log): () => void {
  const stop = new AbortController();
  const context = { ...core.context, caller: localCaller };
  void runSchedule(
    {
      clock: core.clock,
      every: core.config.collectEvery,
      atOnce,
      tenants: () => tenants(context),
      async collect(tenantId) {
        try {
          await running.start(tenantId, {});
          await running.outcome(tenantId);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          log.warn({ tenant: tenantId, reason }, 'not collected');
        }
      },
    },
    stop.signal,
  ).catch((error: unknown) => log.warn({ error: String(error) }, 'the schedule has ended'));
  return () => stop.abort();
}
