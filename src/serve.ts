import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './api/contract/refusal.ts';
import { networkCallers, type Authenticate } from './api/http/authenticate.ts';
import type { FrontDoor } from './api/http/front-door.ts';
import { serveHealth } from './api/http/health.ts';
import { serveReference } from './api/http/reference.ts';
import { servePages } from './api/http/web-pages.ts';
import { createServer } from './api/server.ts';
import { createServices, type Services } from './api/services.ts';
import { remoteWriter } from './api/writer-port.ts';
import { tenants } from './api/operations/tenants.ts';
import { runSchedule } from './collect/schedule.ts';
import { openCore, type Core, type CoreOptions } from './core.ts';
import { localCaller } from './domain/access.ts';
import type { Log } from './graph/graph.ts';
import { interfaceFolder } from './interface.ts';
import { createLog } from './log.ts';
import type { WorkerGreeting } from './worker.ts';

/** What whoever starts a server chose beside the settings. */
export type ServeOptions = CoreOptions & {
  readonly host?: string;
  readonly port?: number;
  /** Whether tenants may be connected at a stand-in of Microsoft: the demo. */
  readonly customClouds: boolean;
  /** Collects by itself, each tenant in its time. */
  readonly schedule: boolean;
  /** Tells whoever started it. */
  readonly say: (line: string) => void;
};

/** A server that answers, until it is closed. */
export type Serving = {
  readonly url: string;
  readonly services: Services;
  close(): Promise<void>;
};

/** What the command line gives to the daemon. */
type Started = Omit<ServeOptions, 'customClouds' | 'schedule' | 'say'> & { readonly quiet: boolean };

/** Serves until it is interrupted or told to end, and gives the exit code. */
export async function runServe(
  { quiet: _quiet, ...options }: Started,
  interrupt: AbortSignal,
): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const serving = await serve({ ...options, say, customClouds: false, schedule: true });
  await Promise.race([once(interrupt, 'abort'), once(process, 'SIGTERM')]);
  await serving.close();
  return 0;
}

/** How many tenants are collected at once. */
const atOnce = 2;

/**
 * Starts everything that runs for long: the thread that writes, the schedule, the API and the interface.
 * @throws Refusal for wrong settings, data that cannot be used, or an address that is taken.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { customClouds, schedule, say, host: _host, port: _port, ...forThread } = options;
  const worker = await startWriter(forThread);
  const core = await openCore(forThread);
  try {
    const log = await createLog(core.config.logLevel);
    let url = '';
    const access = await core.access({
      onCode: (code, file) => tellCode(`${url}/claim#${code}`, file, say),
      onManyFailures: (budget) => log.warn({ budget }, 'many sign-ins failed'),
    });
    const claimed = await access.claimed();
    const host = listenAt(options.host ?? core.config.host, claimed, core, say);
    const door: FrontDoor = { publicUrl: core.config.publicUrl };
    const services = createServices({
      writer: remoteWriter({
        send: (message) => worker.postMessage(message),
        receive: (listener) => void worker.on('message', listener),
      }),
      access: () => Promise.resolve(access),
      now: core.clock.now,
      cursorKey: await core.cursorKey(),
      customClouds,
    });
    const server = await createServer({
      context: core.context,
      services,
      authenticate: networkCallers(access, door),
      door,
      onFailure: ({ requestId, route, error }) =>
        log.warn(
          { requestId, route, error: error instanceof Error ? error.stack : String(error) },
          'a request failed',
        ),
    });
    await addPages(server, core, networkCallers(access, door));
    url = core.config.publicUrl?.origin ?? '';
    const listening = await listen(server, host, options.port ?? core.config.port);
    url ||= listening;
    say(`Listening on ${listening}`);
    if (!claimed) await access.openClaim({ codeFile: path.join(core.config.dataDir, 'claim-code') });
    const lost = await access.lossOfAccounts();
    if (lost !== null) say(`Warning: ${lost}`);
    const stop = new AbortController();
    const scheduled = schedule ? collectInTime(core, services, log, stop.signal) : Promise.resolve();
    return {
      url,
      services,
      async close() {
        stop.abort();
        await server.close();
        await worker.terminate();
        await scheduled;
        await core.close();
      },
    };
  } catch (error) {
    await worker.terminate();
    await core.close();
    throw error;
  }
}

/** The thread that writes, once it holds the data. @throws Refusal in its words when it cannot. */
async function startWriter(options: CoreOptions): Promise<Worker> {
  // What may be cloned: the settings, and no functions.
  const { env, dataDir, verbose } = options;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { env: { ...env }, verbose, ...(dataDir === undefined ? {} : { dataDir }) },
  });
  const greeting = await new Promise<WorkerGreeting>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if ('ready' in greeting) return worker;
  await worker.terminate();
  throw new Refusal('store', greeting.refused);
}

/** Where to listen: on loopback alone until someone has claimed it, so that nobody else can. */
function listenAt(host: string, claimed: boolean, { config }: Core, say: ServeOptions['say']): string {
  if (/^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)) return host;
  if (config.publicUrl === null) {
    throw new Refusal(
      'wrong-input',
      `Listening on ${host} is meant for others, and they need TLS: put a proxy with a certificate before it and name ` +
        'its address in SEATLEDGER_PUBLIC_URL, such as https://seats.contoso.com.',
    );
  }
  if (claimed) return host;
  say(`Nobody has claimed this Seatledger yet: it listens on this machine alone until then, not on ${host}.`);
  return '127.0.0.1';
}

function tellCode(link: string, file: string, say: ServeOptions['say']): void {
  say('');
  say('Nobody owns this Seatledger yet. Open this link within 30 minutes to become its owner:');
  say(`  ${link}`);
  say(`  (the code stands in ${file} too)`);
  say('');
}

async function addPages(server: FastifyInstance, core: Core, authenticate: Authenticate): Promise<void> {
  serveHealth(server, { context: core.context, authenticate });
  serveReference(server, authenticate);
  await servePages(server, await interfaceFolder());
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const cause = code === 'EADDRINUSE' ? 'another program listens there' : `the system says ${code}`;
    throw new Refusal(
      'failed',
      `Cannot listen on ${host}, port ${port}: ${cause}. Choose another with --port.`,
    );
  }
  // A server that listens on a port has an address of this form.
  const { port: taken } = server.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

/** Collects each tenant in its time; a run that fails stands with the runs, and is no end of the schedule. */
async function collectInTime(core: Core, { running }: Services, log: Log, stop: AbortSignal): Promise<void> {
  const context = { ...core.context, caller: localCaller };
  await runSchedule(
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
          log.warn(
            { tenant: tenantId, reason: error instanceof Error ? error.message : String(error) },
            'not collected',
          );
        }
      },
    },
    stop,
  );
}
