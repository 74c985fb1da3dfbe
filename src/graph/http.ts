import { EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { MalformedAnswer, Unreachable } from './errors.ts';
import { readBody } from './http-body.ts';

/** One request; header names in lower case. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  /** Opens a connection of its own, so that another server behind the same name may answer. */
  readonly newConnection?: boolean;
};

/** The whole answer, unpacked; header names in lower case. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Sends one request and reads its whole answer; redirects are not followed.
 * @throws Unreachable when no answer began, MalformedAnswer when it was cut, too big or no UTF-8.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

const connectSeconds = 10;
// A page of 999 users with their licenses takes Graph 1 to 3 seconds, a bad one half a minute.
const silenceSeconds = 60;
const connectionsPerHost = 32;

/**
 * Connections to Microsoft, kept open per host and led through the proxy that the environment names.
 * `version` is Seatledger's, for `User-Agent`; `close` ends them at once.
 * @throws TypeError when the environment's proxy is no web address.
 */
export function createHttp(options: { readonly version?: string } = {}): {
  readonly http: Http;
  close(): Promise<void>;
} {
  const shared = dispatcher();
  const userAgent = options.version ? `seatledger/${options.version}` : 'seatledger';

  async function http(request: HttpRequest): Promise<HttpAnswer> {
    const own = request.newConnection ? dispatcher() : undefined;
    try {
      return await exchange(own ?? shared, userAgent, request);
    } finally {
      await own?.destroy();
    }
  }
  return { http, close: () => shared.destroy() };
}

function dispatcher(): Dispatcher {
  // A stand-in on this machine is never behind the company's proxy.
  const direct = ['localhost', '127.0.0.1', '::1', process.env['no_proxy'] ?? process.env['NO_PROXY'] ?? ''];
  try {
    return new EnvHttpProxyAgent({
      noProxy: direct.join(),
      connect: { timeout: connectSeconds * 1000 },
      headersTimeout: silenceSeconds * 1000,
      bodyTimeout: silenceSeconds * 1000,
      connections: connectionsPerHost,
      allowH2: false,
    });
  } catch (cause) {
    const example = 'such as http://proxy.example.com:8080';
    throw new TypeError(`HTTPS_PROXY or HTTP_PROXY in the environment is no web address ${example}`, {
      cause,
    });
  }
}

async function exchange(via: Dispatcher, userAgent: string, request: HttpRequest): Promise<HttpAnswer> {
  const url = new URL(request.url);
  let answer: Dispatcher.ResponseData;
  try {
    answer = await via.request({
      method: request.method,
      origin: url.origin,
      path: url.pathname + url.search,
      headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip', ...request.headers },
      body: request.body ?? null,
      signal: request.signal ?? null,
    });
  } catch (error) {
    request.signal?.throwIfAborted();
    throw notReached(url, error);
  }
  const headers = flat(answer.headers);
  try {
    return {
      status: answer.statusCode,
      headers,
      body: await readBody(answer.body, answer.statusCode, headers),
    };
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof MalformedAnswer) throw error;
    throw new MalformedAnswer(`the answer of ${url.host} was cut midway (${codeOf(error)})`, {
      retryable: true,
      cause: error,
    });
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const one: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) one[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return one;
}

const causes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name could not be resolved',
  EAI_AGAIN: 'its name could not be resolved',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_CONNECT_TIMEOUT: `no connection within ${connectSeconds} s`,
  UND_ERR_HEADERS_TIMEOUT: `no answer within ${silenceSeconds} s`,
};

function notReached(url: URL, error: unknown): Unreachable {
  const code = codeOf(error);
  const place = url.port ? url.host : `${url.hostname}:${url.protocol === 'https:' ? 443 : 80}`;
  const cause = causes[code] ?? untrusted(code) ?? wordsOf(error);
  return new Unreachable(url.host, `${place} could not be reached: ${cause} (${code})`, { cause: error });
}

function untrusted(code: string): string | undefined {
  if (!/CERT|SIGNATURE/.test(code)) return undefined;
  return 'its TLS certificate is not trusted; if a proxy opens TLS here, name its authority in NODE_EXTRA_CA_CERTS';
}

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unknown error';
  const refusal = /^Proxy response \((\d+)\)/.exec(message)?.[1];
  return refusal ? `the proxy answered ${refusal}` : message;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown error';
}
