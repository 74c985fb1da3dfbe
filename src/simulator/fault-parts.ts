import type { Answer, InterceptedRequest, Interceptor, JsonObject } from './answer.ts';
import { json } from './answer.ts';
import { dice, hash } from './company/chance.ts';
import type { GraphRefusal } from './graph/errors.ts';

/** Changes the answers to the first `times` requests of a path. */
export function first(
  times: number,
  path: string,
  change: (request: InterceptedRequest, answer: Answer) => Partial<Answer>,
): Interceptor {
  let left = times;
  return (request, answer) => (isPath(request, path) && left-- > 0 ? change(request, answer) : undefined);
}

/** Changes the answers to the first `times` requests for one page of a path. */
export function onPage(
  page: number,
  path: string,
  times: number,
  change: () => Partial<Answer>,
): Interceptor {
  let left = times;
  return (request) => (isPath(request, path) && request.page === page && left-- > 0 ? change() : undefined);
}

/** Changes the body of every good answer of a path. */
export function each(
  path: string,
  change: (request: InterceptedRequest, body: JsonObject) => JsonObject,
): Interceptor {
  return (request, answer) =>
    isPath(request, path) && answer.status === 200
      ? { body: change(request, objectOf(answer.body)) }
      : undefined;
}

/** Changes the rows of every good answer of a path. */
export function rows(
  path: string,
  change: (all: readonly JsonObject[], request: InterceptedRequest) => readonly JsonObject[],
): Interceptor {
  return each(path, (request, body) => {
    const value = Array.isArray(body['value']) ? body['value'].map(objectOf) : [];
    return { ...body, value: change(value, request) };
  });
}

/** Changes the first row of one page. */
export function firstRow(page: number, path: string, change: (row: JsonObject) => JsonObject): Interceptor {
  return rows(path, (all, request) =>
    request.page === page ? all.map((row, nth) => (nth === 0 ? change(row) : row)) : all,
  );
}

/** Changes the text of the first `times` answers of a path, so that it need not be JSON any more. */
export function rewritten(path: string, times: number, change: (text: string) => string): Interceptor {
  return first(times, path, (_, { body }) => ({
    body: change(textOf(body)),
  }));
}

/** Whether a request is for a path as the faults write it. */
export function isPath({ path }: InterceptedRequest, wanted: string): boolean {
  const below = path.replace(/^\/v1\.0(?=\/)/iu, '');
  const isGraph = below !== path;
  if (!wanted.endsWith('*')) return path === wanted || below === wanted;
  // What is written for Graph, such as `/*`, does not reach the token endpoint.
  const start = wanted.slice(0, -1);
  return isGraph
    ? below.startsWith(start) || path.startsWith(start)
    : start !== '/' && path.startsWith(start);
}

/** An error of Graph's. */
export function failure(
  status: number,
  code: string,
  message: string,
): Pick<Answer, 'status' | 'headers' | 'body'> {
  return json(status, { error: { code, message, innerError: { date: '2026-01-02T03:04:05' } } });
}

/** A refusal of Graph's where it would not have come. */
export function failureOf({
  status,
  code,
  message,
}: GraphRefusal): Pick<Answer, 'status' | 'headers' | 'body'> {
  return failure(status, code, message);
}

/** Codes that come with the statuses of an ill service. */
export const serviceErrors: Readonly<Record<number, string>> = {
  500: 'Service_InternalServerError',
  502: 'UnknownError',
  503: 'serviceNotAvailable',
  504: 'UnknownError',
};

/** 429, with or without the time to wait. */
export function throttled(retryAfter?: number | string): Pick<Answer, 'status' | 'headers' | 'body'> {
  return json(
    429,
    { error: { code: 'TooManyRequests', message: 'Please retry again later.' } },
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}

/** 401 for a token that is over. */
export function expiredToken(): Pick<Answer, 'status' | 'headers' | 'body'> {
  return failure(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
}

/** A body as the text that would be sent. */
export function textOf(body: Answer['body']): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** A body as an object, empty where it is none. */
export function objectOf(body: unknown): JsonObject {
  // Checked right here; its members are looked at one by one.
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as JsonObject) : {};
}

/** An object without one of its members. */
export function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([own]) => own !== name));
}

/** Scheme and host by which a listing was asked, from its context. */
export function originOf(body: JsonObject): string {
  return new URL(String(body['@odata.context'])).origin;
}

/** Whether a row belongs to a share (0 to 1) of all, the same every time. */
export function isInShare(row: JsonObject, share: number): boolean {
  return hash(0, Number.parseInt(String(row['id']).slice(0, 8), 16), 0) % 1000 < share * 1000;
}

/** Numbers from 0 to 1, the same every time, for whoever has no chance of their own. */
export function fixedChance(seed: number): () => number {
  const next = dice(seed, 0);
  return () => next() / 2 ** 32;
}
