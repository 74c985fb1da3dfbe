import { createHash } from 'node:crypto';
import { expiredPageToken } from './errors.ts';
import type { Query } from './query.ts';

/** Where a page begins: the number of the page, and the position after the last one. */
export type Position = { readonly page: number; readonly after: number };

/** The position that a query asks for. Throws Directory_ExpiredPageToken for a token of another query. */
export function position(query: Query): Position {
  if (query.skipToken === null) return { page: 1, after: -1 };
  const read = readToken(query.skipToken);
  if (!read || read.digest !== digest(query.fingerprint)) throw expiredPageToken();
  return read;
}

/** The link to the page at a position: it carries every option of the query, and says nothing to who reads it. */
export function nextLink(url: string, query: Query, at: Position): string {
  const options = new URLSearchParams(query.options);
  options.set('$skiptoken', writeToken({ ...at, digest: digest(query.fingerprint) }));
  const text = [...options].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${url}?${text}`;
}

/** Which page a query string asks for, for whoever wants to break exactly that one. */
export function pageNumber(params: URLSearchParams): number {
  const token = params.get('$skiptoken');
  return (token && readToken(token)?.page) || 1;
}

type Token = Position & { readonly digest: string };

function writeToken({ page, after, digest }: Token): string {
  return Buffer.from(`RFNwdAIAAQ ${page} ${after} ${digest}`).toString('base64url');
}

function readToken(text: string): Token | null {
  const [mark, page, after, digest] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  if (mark !== 'RFNwdAIAAQ' || !digest) return null;
  return { page: Number(page), after: Number(after), digest };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
