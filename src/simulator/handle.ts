import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import { createControl } from './control.ts';
import { answerOfEntra } from './entra/entra.ts';
import type { TokenMint } from './entra/access-token.ts';
import { answerOfGraph } from './graph/graph.ts';
import { pageNumber } from './graph/paging.ts';
import type { Throttle } from './graph/throttle.ts';
import type { Interceptors } from './interceptors.ts';
import { send } from './send.ts';
import type { SimulatedTenant } from './simulated-tenant.ts';
import { tenantNamed } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** A request that was answered; the bearer is not kept. */
export type RecordedRequest = {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly path: string;
  readonly tenantId: string | null;
  /** In lower case; `authorization` is left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether an `Authorization` header was sent. */
  readonly authorized: boolean;
  /** Status of the answer; 0 for a connection that was broken instead. */
  readonly status: number;
  readonly at: Date;
};

/** What the handler serves from. */
export type HandlerContext = {
  readonly tenants: readonly Tenant[];
  readonly handles: readonly SimulatedTenant[];
  readonly interceptors: Interceptors;
  readonly mint: TokenMint;
  readonly throttleOf: (tenant: Tenant) => Throttle;
  readonly now: () => Date;
  readonly scheme: 'http' | 'https';
  readonly latencyMs: number;
  readonly compress: boolean;
  /** Null for 60 to 90 minutes. */
  readonly tokenSeconds: number | null;
};

const keptRequests = 100_000;

/** The one place where a request comes in and its answer goes out. */
export function createHandler(context: HandlerContext) {
  const requests: RecordedRequest[] = [];
  const seen = new Map<string, number>();
  const control = createControl(context);

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await received(incoming, context);
    if (request.path.startsWith('/_control/')) {
      await send(incoming, response, control(request), context.compress);
      return;
    }
    if (isGraph(request.path) && context.latencyMs > 0)
      await wait(context.latencyMs, undefined, { ref: false });
    const answer = answerTo(request);
    keep(request, answer.reset ? 0 : answer.status);
    await send(incoming, response, answer, context.compress);
  }

  /** What Microsoft would answer, after the interceptors have seen it. */
  function answerTo(request: Request): Answer {
    const { tenantId, method, path, query, url, headers, now } = request;
    const made = isGraph(path) ? answerOfGraph(request, context) : answerOfEntra(request, context);
    const dated = { ...made, headers: { date: now.toUTCString(), ...made.headers } };
    const nth = (seen.get(path) ?? 0) + 1;
    seen.set(path, nth);
    return context.interceptors.apply(
      { tenantId, method, path, query, url, nth, page: pageNumber(query), headers },
      dated,
    );
  }

  function keep(request: Request, status: number): void {
    const { method, url, path, tenantId, headers, authorization, now: at } = request;
    const authorized = authorization !== undefined;
    if (requests.length === keptRequests) requests.shift();
    requests.push({ method, url, path, tenantId, headers, authorized, status, at });
  }

  return {
    requests: (): readonly RecordedRequest[] => requests,
    handle(incoming: IncomingMessage, response: ServerResponse): void {
      handle(incoming, response).catch((error: unknown) => failed(response, error));
    },
  };
}

type Request = Awaited<ReturnType<typeof received>>;

/** A request with all that the hosts behind it ask for. */
async function received(incoming: IncomingMessage, context: HandlerContext) {
  const now = context.now();
  const { authorization, ...headers } = headersOf(incoming);
  const origin = `${context.scheme}://${headers['host'] ?? 'localhost'}`;
  const { method = 'GET', url = '/' } = incoming;
  const { pathname: path, searchParams: query } = new URL(`${origin}${url}`);
  const tenantId = tenantIdOf(path, authorization, context);
  return {
    method,
    url,
    path,
    query,
    headers,
    authorization,
    origin,
    tenantId,
    body: await read(incoming),
    now,
  };
}

function isGraph(path: string): boolean {
  return /^\/(v1\.0|beta)\//iu.test(path);
}

/** A fault of the simulator itself is said aloud, since a client would take it for one of Microsoft's and ask again. */
function failed(response: ServerResponse, error: unknown): void {
  const text = error instanceof Error ? String(error.stack) : String(error);
  process.stderr.write(`simulator: ${text}\n`);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const answer: Answer = json(500, { simulatorFault: text });
  response.writeHead(answer.status, answer.headers);
  response.end(JSON.stringify(answer.body));
}

function tenantIdOf(path: string, authorization: string | undefined, context: HandlerContext): string | null {
  const token = authorization?.replace(/^bearer /iu, '');
  const claimed = token === undefined ? undefined : context.mint.read(token)?.tid;
  return claimed ?? tenantNamed(context.tenants, path.split('/')[1] ?? '')?.id ?? null;
}

function headersOf(incoming: IncomingMessage): Record<string, string> & { authorization?: string } {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join() : (value ?? ''),
    ]),
  );
}

async function read(incoming: IncomingMessage): Promise<string> {
  incoming.setEncoding('utf8');
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return body;
}
