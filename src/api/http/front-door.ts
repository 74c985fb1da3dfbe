import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from './problems.ts';

/** What a server answers to: where it may be called, and by which pages. */
export type FrontDoor = {
  /** The address that people use, such as `https://seats.contoso.com`; null for loopback only. */
  readonly publicUrl: URL | null;
};

/** The longest address that is read, in characters; Node itself reads no head above 16 KiB. */
export const mostOfAddress = 16_384;

const most = { url: 4096, headers: 64, queryParameters: 40, depth: 32 } as const;
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/**
 * Refuses what no client of ours sends: another host's name (a page that points its own name here reads nothing), more
 * than a request needs, a body in another form.
 * @throws HttpRefusal saying what was seen.
 */
export function checkShape(request: FastifyRequest, door: FrontDoor): void {
  const { url, headers, rawHeaders } = request.raw;
  if (!url?.startsWith('/')) throw new HttpRefusal('wrong-input', 'The request names more than a path.');
  if (url.length > most.url) throw new HttpRefusal('wrong-input', 'The address is too long.', 414);
  if (rawHeaders.length / 2 > most.headers)
    throw new HttpRefusal('wrong-input', 'There are too many headers.', 431);
  // Node goes by the first of two, a proxy may go by the other.
  if (rawHeaders.filter((name, nth) => nth % 2 === 0 && name.toLowerCase() === 'host').length > 1)
    throw new HttpRefusal('wrong-input', 'There is more than one Host header.');
  const host = headers.host?.toLowerCase() ?? '';
  if (!loopback.test(host) && host !== door.publicUrl?.host) {
    throw new HttpRefusal(
      'wrong-host',
      'This Seatledger is not known by that name. SEATLEDGER_PUBLIC_URL says under which it is.',
    );
  }
  if (Object.keys(request.query as object).length > most.queryParameters)
    throw new HttpRefusal('wrong-input', 'There are too many parameters in the address.');
  checkContentType(headers['content-type'], request.method);
}

function checkContentType(type: string | undefined, method: string): void {
  if (type === undefined || (method === 'GET' && type === '')) return;
  if (/^application\/json(;\s*charset=utf-8)?$/i.test(type)) return;
  throw new HttpRefusal('unsupported-media-type', 'Send application/json in UTF-8.');
}

/**
 * Refuses what another site made a browser send: a change needs our own header, which no form and no other origin can
 * set unasked, and where the browser says whence it comes that must be here.
 * @throws HttpRefusal `forbidden`.
 */
export function checkSameSite(request: FastifyRequest, door: FrontDoor): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { headers } = request.raw;
  const site = headers['sec-fetch-site'];
  const ours =
    headers['x-seatledger'] === '1' &&
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (headers.origin === undefined || headers.origin === originOf(request, door));
  if (ours) return;
  throw new HttpRefusal('forbidden', 'Another site sent this. Open Seatledger itself and do it there.');
}

function originOf(request: FastifyRequest, { publicUrl }: FrontDoor): string {
  const host = request.raw.headers.host ?? '';
  return publicUrl !== null && publicUrl.host === host ? publicUrl.origin : `http://${host}`;
}

/** @throws HttpRefusal for a body nested deeper than anything here is. */
export function checkDepth(body: unknown, left: number = most.depth): void {
  if (typeof body !== 'object' || body === null) return;
  if (left === 0) throw new HttpRefusal('wrong-input', 'The body is nested too deep.');
  for (const part of Object.values(body)) checkDepth(part, left - 1);
}
