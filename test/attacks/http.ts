import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a server answered; header names in lower case. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** What is sent, as it stands: the target is not normalized, and no header is added but `Host`. */
export type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON under its content type. */
  readonly body?: unknown;
};

/** Sends one request to a server and reads its answer whole. */
export type Call = (target: string, sent?: Sent) => Promise<Answer>;

/** Calls to the server at this address, each over a connection of its own: what one breaks is nothing to the next. */
export function callTo(origin: string): Call {
  const agent = new Agent({ maxSockets: 50 });
  const { hostname, port } = new URL(origin);
  return (target, { method = 'GET', headers = {}, body } = {}) => {
    const isText = body === undefined || typeof body === 'string';
    const payload = isText ? body : JSON.stringify(body);
    const described = {
      ...(isText ? {} : { 'content-type': 'application/json' }),
      ...(payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const sending = request(
        { agent, hostname, port, path: target, method, headers: described },
        (response) => {
          answerOf(response).then(resolve, reject);
        },
      );
      sending.once('error', reject);
      sending.end(payload);
    });
  };
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const flat = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const);
  return { status, headers: Object.fromEntries(flat), text: await text(response) };
}

/** Sends bytes as they stand over a connection of their own, and gives the status that comes back; 0 for none. */
export async function rawStatus(origin: string, lines: readonly string[]): Promise<number> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  const answer = await text(socket);
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
