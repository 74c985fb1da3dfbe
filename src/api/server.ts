import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { may, type Caller } from '../domain/access.ts';
import { cookieName, type Authenticate } from './http/authenticate.ts';
import { checkerOf, queryReaderOf, type QueryReader } from './http/checks.ts';
import { etagOf } from './http/etag.ts';
import { checkDepth, checkSameSite, checkShape, mostOfAddress, type FrontDoor } from './http/front-door.ts';
import { HttpRefusal, NotConnected, problemOf } from './http/problems.ts';
import { securityHeaders } from './http/security-headers.ts';
import { createRemembered, type Remembered } from './http/remembered.ts';
import { createSender, sendJson } from './http/send-answer.ts';
import type { OperationsContext } from './operations/context.ts';
import type { Call, Route } from './route.ts';
import { routes } from './routes/index.ts';
import type { Services } from './services.ts';

/** What a server is made of. */
export type ServerOptions = {
  readonly context: Omit<OperationsContext, 'caller'>;
  readonly services: Services;
  readonly authenticate: Authenticate;
  /** Null in a process that calls its own routes: nothing comes from a network. */
  readonly door: FrontDoor | null;
  /** Told of what failed inside, by the name of its request. */
  readonly onFailure: (failure: {
    readonly requestId: string;
    readonly route: string;
    readonly error: unknown;
  }) => void;
};

/** Who sent a request, found out before its body is read. */
const callers = new WeakMap<FastifyRequest, Caller>();

/** The API over these operations; it refuses to start with a route that declares no right. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 60_000 },
    // Behind a declared proxy the caller's address is the one that the proxy on this machine names.
    trustProxy: options.door?.publicUrl ? 'loopback' : false,
    exposeHeadRoutes: false,
    // What cannot be decoded is no address here, and is answered as such: with all that every answer carries.
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : '/no-address'),
    // Those who follow a run are not waited for when it ends.
    forceCloseConnections: true,
    // A part may be as long as an address: how long that is, is checked with everything else.
    routerOptions: { maxParamLength: mostOfAddress, querystringParser },
  });
  server.removeContentTypeParser('text/plain');
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options));
  server.setNotFoundHandler((request, reply) =>
    sendProblem(new HttpRefusal('not-found', 'There is nothing at this address.'), request, reply, options),
  );
  if (options.door) await guard(server, options.door);
  const remembered = createRemembered();
  for (const route of routes) addRoute(server, route, options, remembered);
  return server;
}

async function guard(server: FastifyInstance, door: FrontDoor): Promise<void> {
  await server.register(import('@fastify/cookie'));
  await server.register(import('@fastify/helmet'), securityHeaders(door));
  await server.register(import('@fastify/rate-limit'), { global: false });
  server.addHook('onRequest', (request, reply, next) => {
    void reply.header('cache-control', 'no-store');
    checkShape(request, door);
    next();
  });
}

function addRoute(
  server: FastifyInstance,
  route: Route,
  options: ServerOptions,
  remembered: Remembered,
): void {
  if (!route.right) throw new Error(`${route.method} ${route.url} declares no right.`);
  const body = route.body && checkerOf(route.body);
  const readQuery = queryReaderOf(route.query);
  const sender = createSender(route, options.door);
  const answerNow = async (reply: FastifyReply, call: Call<unknown, unknown>, tag?: string) => {
    const answer = await route.handle(call as Call<never, never>);
    const text = sender.textOf(answer);
    if (tag !== undefined && text !== null) remembered.keep(tag, text);
    return sender.send(reply, answer, text);
  };
  server.route({
    method: route.method,
    url: `/api/v1${route.url}`,
    ...(route.right === 'open' && route.method !== 'GET'
      ? { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }
      : {}),
    onRequest: async (request) => {
      callers.set(request, await callerFor(route, request, options));
    },
    handler: async (request, reply) => {
      checkDepth(request.body);
      if (body && !body.check(request.body ?? {})) {
        throw new HttpRefusal('wrong-input', `The body is wrong: ${body.fault(request.body ?? {})}.`);
      }
      if (!body && request.body !== undefined && request.body !== null)
        throw new HttpRefusal('wrong-input', 'This call takes no body.');
      const call = callOf(route, request, options, readQuery);
      // In its own process nobody asks twice.
      if (route.published !== true || options.door === null) return answerNow(reply, call);
      const tag = await etagOf(call, request.url, (request.params as { tenant?: string }).tenant);
      void reply.header('etag', tag).header('vary', 'accept');
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      const known = remembered.get(tag);
      return known === undefined ? answerNow(reply, call, tag) : sendJson(reply, known);
    },
  });
}

/** @throws HttpRefusal when nobody known calls, or someone who may not. */
async function callerFor(
  route: Route,
  request: FastifyRequest,
  { authenticate, door }: ServerOptions,
): Promise<Caller> {
  if (route.right === 'open') {
    if (door) checkSameSite(request, door);
    return nobody;
  }
  const caller = await authenticate(request);
  if (!caller) {
    throw new HttpRefusal('not-signed-in', 'Sign in, or send a token as Authorization: Bearer.');
  }
  if (!may(caller, route.right)) {
    throw new HttpRefusal(
      'forbidden',
      `${caller.name} is ${caller.role} here, which does not allow this. An owner can change that.`,
    );
  }
  return caller;
}

/** Nobody sees nothing: what an open route is given in place of a caller. */
const nobody: Caller = { kind: 'account', name: '', role: 'viewer', tenants: [] };

function callOf(
  route: Route,
  request: FastifyRequest,
  options: ServerOptions,
  readQuery: QueryReader,
): Call<unknown, unknown> {
  const caller = callers.get(request) ?? nobody;
  const { door, services } = options;
  const parts = request.params as Readonly<Record<string, string>>;
  const { format, ...query } = request.query as Record<string, unknown>;
  return {
    caller,
    services,
    context: { ...options.context, caller },
    part: (name) => parts[name] ?? '',
    query: readQuery(route.forms && format === 'csv' ? query : (request.query as Record<string, unknown>)),
    body: request.body ?? {},
    form: formOf(route, request.headers.accept ?? '', format),
    browser: {
      address: request.ip,
      client: request.headers['user-agent']?.slice(0, 200) ?? null,
      session: (door && request.cookies[cookieName(door)]) ?? null,
      lastEvent: lastEvent(request.headers['last-event-id']),
    },
  };
}

function formOf({ forms = [] }: Route, accept: string, format: unknown): Call<unknown, unknown>['form'] {
  if (format === 'csv' && forms.includes('text/csv')) return 'text/csv';
  return forms.find((form) => accept.includes(form)) ?? 'application/json';
}

function lastEvent(header: string | string[] | undefined): number {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : 0;
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, options: ServerOptions) {
  const problem = problemOf(error, request.id);
  if (problem.code === 'internal')
    options.onFailure({ requestId: request.id, route: request.routeOptions.url ?? '', error });
  const retryAfter = error instanceof Error && 'retryAfter' in error ? error.retryAfter : undefined;
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(Math.ceil(retryAfter)));
  // A refusal is no version of the answer, and not the file that it would have been.
  void reply.removeHeader('etag').removeHeader('content-disposition');
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(error instanceof NotConnected ? { ...problem, steps: error.steps } : problem));
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Query values as they stand: twice the same name is a list, and no name is special. */
function querystringParser(text: string): Record<string, unknown> {
  const query = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of new URLSearchParams(text)) {
    query[name] = name in query ? [query[name], value].flat() : value;
  }
  return query;
}
