import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Secret } from '../../domain/secret.ts';
import { customCloud, type Cloud } from '../clouds.ts';
import { createGraph, type Graph, type GraphOptions } from '../graph.ts';
import { createHttp } from '../http.ts';
import type { Clock } from '../pace.ts';
import type { Token, TokenSource } from '../token.ts';

/** A request as the local server saw it. */
export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What it answers: objects become JSON, bodies are packed; `cut` sends so many bytes and hangs up. */
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly cut?: number;
  readonly packed?: boolean;
};

/** A server of this machine that answers as the test says; `nth` counts all requests from 1. */
export async function startServer(answer: (seen: Seen, nth: number) => Reply | 'hang up') {
  const requests: Seen[] = [];
  const connections = new Set<unknown>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const seen = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    requests.push(seen);
    const reply = answer(seen, requests.length);
    if (reply === 'hang up') return void request.socket.destroy();
    const bytes = bytesOf(reply.body ?? '');
    const body = reply.packed === false ? bytes : gzipSync(bytes, { level: 1 });
    response.writeHead(reply.status ?? 200, {
      ...(reply.packed === false ? {} : { 'content-encoding': 'gzip' }),
      'content-type': 'application/json',
      'content-length': String(body.length),
      ...reply.headers,
    });
    if (reply.cut === undefined) response.end(body);
    else response.write(body.subarray(0, reply.cut), () => request.socket.destroy());
  });
  server.on('connection', (socket) => connections.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    cloud: customCloud(url, url),
    requests,
    connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Time that passes only by waiting; `waits` are all that was waited for, in milliseconds. */
export function virtualClock(start = '2026-11-24T08:00:00.000Z'): Clock & { readonly waits: number[] } {
  let time = Date.parse(start);
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(time),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
}

/** A token source without an identity provider: `token-1`, and the next number whenever a fresh one is asked for. */
export function numberedTokens(): TokenSource {
  let nth = 0;
  let current: Token | undefined;
  return async ({ fresh = false } = {}) => {
    if (!current || fresh) current = opaque(`token-${(nth += 1)}`);
    return current;
  };
}

function opaque(text: string): Token {
  const expiresAt = new Date('2100-01-01');
  return { value: new Secret(text), expiresAt, tenantId: null, roles: null, issuedClientId: null };
}

/** A Graph on that server with a virtual clock, and what it logged. */
export function graphOn(cloud: Cloud, options: Partial<GraphOptions> = {}) {
  const { http, close } = createHttp({ version: '0.0.0-test' });
  const clock = virtualClock();
  const lines: { readonly message: string; readonly data: object }[] = [];
  const waits: { readonly until: Date; readonly why: string }[] = [];
  const log = (data: object, message: string) => void lines.push({ message, data });
  const graph: Graph = createGraph({
    cloud,
    http,
    clock,
    token: numberedTokens(),
    random: () => 0.5,
    log: { debug: log, warn: log },
    onWait: (until, why) => void waits.push({ until, why }),
    ...options,
  });
  return { graph, clock, lines, waits, [Symbol.asyncDispose]: close };
}

/** So many rows with ids that differ, as Graph lists them. */
export function rowsFrom(first: number, length: number): { id: string; displayName: string }[] {
  return Array.from({ length }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(first + index).padStart(12, '0')}`,
    displayName: `Person ${first + index}`,
  }));
}
