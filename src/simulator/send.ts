import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

const compressed = promisify(gzip);

/** Writes an answer to its connection, with all the damage that it asks for. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  compress: boolean,
): Promise<void> {
  if (answer.delayMs) await wait(answer.delayMs, undefined, { ref: false });
  if (answer.reset) {
    request.socket.destroy();
    return;
  }
  const headers: Record<string, string> = { ...answer.headers };
  let body = bytes(answer.body);
  const isPacked = 'content-encoding' in headers;
  const wantsGzip = (request.headers['accept-encoding'] ?? '').includes('gzip');
  if (compress && wantsGzip && !isPacked && body.length > 0) {
    // Level 1: the default level takes several times as long for pages that are hardly smaller.
    body = await compressed(body, { level: constants.Z_BEST_SPEED });
    headers['content-encoding'] = 'gzip';
    headers['vary'] = 'Accept-Encoding';
  }
  headers['content-length'] = String(answer.contentLength ?? body.length);
  response.writeHead(answer.status, headers);
  if (answer.cut === undefined && answer.contentLength === undefined) {
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  response.write(body.subarray(0, answer.cut ?? body.length), () => request.socket.destroySoon());
}

function bytes(body: Answer['body']): Buffer {
  if (body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
