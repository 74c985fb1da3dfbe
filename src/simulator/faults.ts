import { gzipSync } from 'node:zlib';
import type { Interceptor, JsonObject } from './answer.ts';
import { denied, expiredPageToken as tooOldPageToken } from './graph/errors.ts';
import { unknownProperty as noSuchProperty } from './graph/query.ts';
import {
  each,
  expiredToken,
  failure,
  failureOf,
  first,
  firstRow,
  fixedChance,
  isInShare,
  isPath,
  objectOf,
  onPage,
  originOf,
  rewritten,
  rows,
  serviceErrors,
  textOf,
  throttled,
  without,
} from './fault-parts.ts';

/**
 * Faults of Microsoft Graph and of the network, as interceptors. A path is one below `/v1.0` such as `/users`, or any
 * whole path; a `*` at its end stands for what may follow. `times` counts the requests that are hit, from the first on.
 */

/** 429 for the first requests; without `retryAfter` (seconds, or an HTTP date) the header is left out. */
export function throttle(options: {
  readonly path: string;
  readonly times: number;
  readonly retryAfter?: number | string;
}): Interceptor {
  return first(options.times, options.path, () => throttled(options.retryAfter));
}

/** Any status with an error body of Graph's. */
export function status(path: string, code: number, times = Infinity): Interceptor {
  return first(times, path, () => failure(code, serviceErrors[code] ?? 'UnknownError', ''));
}

/** The connection breaks before any answer. */
export function resetConnection(path: string, times = 1): Interceptor {
  return first(times, path, () => ({ reset: true }));
}

/** The answer comes later than any client waits. */
export function delayed(path: string, delayMs: number, times = 1): Interceptor {
  return first(times, path, () => ({ delayMs }));
}

/** The connection breaks after so many bytes of the body. */
export function cutBody(path: string, bytes = 100, times = 1): Interceptor {
  return first(times, path, () => ({ cut: bytes }));
}

/** A gzip stream that ends before its end, in an answer that is whole. */
export function truncatedGzip(path: string, times = 1): Interceptor {
  return first(times, path, (_, { body }) => {
    const packed = gzipSync(textOf(body));
    return {
      headers: { 'content-encoding': 'gzip' },
      body: packed.subarray(0, Math.floor(packed.length * 0.6)),
    };
  });
}

/** A gzip stream of few bytes that unpacks to very many (zeros inside a JSON text). */
export function decompressionBomb(path: string, megabytes: number, times = 1): Interceptor {
  return first(times, path, () => {
    const text = Buffer.alloc(megabytes * 1024 * 1024, ' ');
    text.write('{"value":[');
    return { headers: { 'content-encoding': 'gzip' }, body: gzipSync(text) };
  });
}

/** `Content-Length` promises more than comes. */
export function wrongContentLength(path: string, times = 1): Interceptor {
  return first(times, path, () => ({ contentLength: 10_000_000 }));
}

/** 200 with an error inside. */
export function errorIn200(path: string, times = Infinity): Interceptor {
  return first(times, path, () => failure(200, 'UnknownError', 'Something went wrong.'));
}

/** 200 without a body. */
export function emptyBody(path: string, times = Infinity): Interceptor {
  return first(times, path, () => ({ body: null }));
}

/** 204, which no listing answers. */
export function noContent(path: string, times = Infinity): Interceptor {
  return first(times, path, () => ({ status: 204, body: null }));
}

/** A bare array where an object belongs. */
export function arrayBody(path: string, times = Infinity): Interceptor {
  return first(times, path, () => ({ body: [] }));
}

/** A page of a proxy instead of JSON. */
export function htmlBody(path: string, code = 200, times = Infinity): Interceptor {
  const body = '<!DOCTYPE html><html><body><h1>Service Unavailable</h1></body></html>';
  return first(times, path, () => ({ status: code, headers: { 'content-type': 'text/html' }, body }));
}

/** JSON that stops in the middle, in an answer that is whole. */
export function truncatedJson(path: string, times = Infinity): Interceptor {
  return rewritten(path, times, (text) => text.slice(0, Math.floor(text.length / 2)));
}

/** A byte order mark before the JSON: ugly, and legal to strip. */
export function withByteOrderMark(path: string, times = Infinity): Interceptor {
  return rewritten(path, times, (text) => `\ufeff${text}`);
}

/** Bytes that are not UTF-8, whatever the header says. */
export function wrongCharset(path: string, times = Infinity): Interceptor {
  return first(times, path, (_, { body }) => ({ body: Buffer.from(JSON.stringify(body), 'utf16le') }));
}

/** A member with a number that no double holds. */
export function infiniteNumber(path: string, times = Infinity): Interceptor {
  return rewritten(path, times, (text) => text.replace(/^\{/u, '{"infinite":1e999,'));
}

/** The member `value` twice, the second time empty. */
export function duplicateKeys(path: string, times = Infinity): Interceptor {
  return rewritten(path, times, (text) => text.replace(/\}$/u, ',"value":[]}'));
}

/** Next links that lead in a circle of the given number of pages: 1 is a page that names itself. */
export function loopingNextLink(path: string, cycle: 1 | 2 | 3): Interceptor {
  let start = '';
  return each(path, (request, body) => {
    if (request.page === 1) start = `${originOf(body)}${request.url}`;
    const turnsBack = request.page >= cycle || body['@odata.nextLink'] === undefined;
    return turnsBack ? { ...body, '@odata.nextLink': start } : body;
  });
}

/** The next link of every page leads to the given address. */
export function foreignNextLink(url: string, path = '/users'): Interceptor {
  return each(path, (_, body) => ({ ...body, '@odata.nextLink': url }));
}

/** The listing seems to end after a page, though there is more. */
export function missingNextLink(afterPage: number, path = '/users'): Interceptor {
  return each(path, (request, { '@odata.nextLink': link, ...body }) =>
    link === undefined || request.page === afterPage ? body : { ...body, '@odata.nextLink': link },
  );
}

/** A page without rows that goes on all the same; the rows come with the pages after it. */
export function emptyPageWithNextLink(page: number, path = '/users'): Interceptor {
  let held: readonly JsonObject[] = [];
  return rows(path, (all, request) => {
    if (request.page === page) {
      held = all;
      return [];
    }
    return request.page === page + 1 ? [...held, ...all] : all;
  });
}

/** `value` is not there. */
export function valueMissing(path: string, times = Infinity): Interceptor {
  return first(times, path, (_, { body }) => ({ body: without(objectOf(body), 'value') }));
}

/** `value` is null. */
export function valueNull(path: string, times = Infinity): Interceptor {
  return first(times, path, (_, { body }) => ({ body: { ...objectOf(body), value: null } }));
}

/** `value` is an object. */
export function valueObject(path: string, times = Infinity): Interceptor {
  return first(times, path, (_, { body }) => ({ body: { ...objectOf(body), value: {} } }));
}

/** `value` is a text. */
export function valueString(path: string, times = Infinity): Interceptor {
  return first(times, path, (_, { body }) => ({ body: { ...objectOf(body), value: 'none' } }));
}

/** The first row of a page has no id. */
export function itemWithoutId(page = 1, path = '/users'): Interceptor {
  return firstRow(page, path, (row) => without(row, 'id'));
}

/** The id of the first row of a page is not a GUID. */
export function idNotGuid(page = 1, path = '/users'): Interceptor {
  return firstRow(page, path, (row) => ({ ...row, id: 'not-a-guid' }));
}

/** Every id comes in upper case, which means the same. */
export function idUpperCase(path = '/users'): Interceptor {
  return rows(path, (all) => all.map((row) => ({ ...row, id: String(row['id']).toUpperCase() })));
}

/** The first user of one page comes again on another, edited. */
export function sameUserTwice(
  pages: readonly [number, number],
  edit: (user: JsonObject) => JsonObject = (user) => ({
    ...user,
    displayName: `${String(user['displayName'])} (again)`,
  }),
): Interceptor {
  let user: JsonObject | undefined;
  return rows('/users', (all, request) => {
    if (request.page === pages[0]) user = all[0];
    return request.page === pages[1] && user ? [...all, edit(user)] : all;
  });
}

/** The link to a page is too old when it is used. */
export function expiredPageToken(page: number, times = 1, path = '/users'): Interceptor {
  return onPage(page, path, times, () => failureOf(tooOldPageToken()));
}

/** No users at all, in a listing that is right in every other way. */
export function emptyUsers(): Interceptor {
  return each('/users', (_, body) => ({ ...without(body, '@odata.nextLink'), value: [] }));
}

/** A share of the users (0 to 1) is left out of clean pages; with `counted` also out of `/users/$count`. */
export function fewerUsers(share: number, counted = false): Interceptor {
  const pages = rows('/users', (all) => all.filter((row) => !isInShare(row, share)));
  const count = first(Infinity, '/users/$count', (_, { body }) => ({
    body: String(Math.round(Number(body) * (1 - share))),
  }));
  return (request, answer) => pages(request, answer) ?? (counted ? count(request, answer) : undefined);
}

/** A SKU is missing in `/subscribedSkus`. */
export function vanishedSku(skuId: string): Interceptor {
  return rows('/subscribedSkus', (all) => all.filter((row) => row['skuId'] !== skuId));
}

/** Every row of a path as edited: for values that no tenant should have and some have. */
export function editedRows(path: string, edit: (row: JsonObject) => JsonObject): Interceptor {
  return rows(path, (all) => all.map(edit));
}

/** 403 on one path only. */
export function forbid(path: string, fromPage = 1): Interceptor {
  return (request, answer) =>
    isPath(request, path) && request.page >= fromPage && answer.status === 200
      ? failureOf(denied())
      : undefined;
}

/** 401 once on a page: the token ran out in the middle. */
export function unauthorizedOnce(page: number, path = '/users'): Interceptor {
  return onPage(page, path, 1, expiredToken);
}

/** 401 for every token. */
export function unauthorizedForever(path = '/users*', fromPage = 1): Interceptor {
  return (request) => (isPath(request, path) && request.page >= fromPage ? expiredToken() : undefined);
}

/** The service principal is not known yet where the question arrives. */
export function identityNotFound(times: number, path = '/*'): Interceptor {
  return first(times, path, () =>
    failure(
      401,
      'Authorization_IdentityNotFound',
      'The identity of the calling application could not be established.',
    ),
  );
}

/** `/organization` answers for another tenant. */
export function wrongTenant(organizationId: string): Interceptor {
  return rows('/organization', (all) => all.map((row) => ({ ...row, id: organizationId })));
}

/** A selected property is not known (any more). */
export function unknownProperty(name: string, path = '/users'): Interceptor {
  return (request) =>
    isPath(request, path) && request.query.get('$select')?.split(',').includes(name)
      ? failureOf(noSuchProperty(name, 'user'))
      : undefined;
}

/** A share of all Graph requests (0 to 1) fails with 429, 500, 502, 503 or 504; `random` gives 0 to 1. */
export function randomMix(share: number, random: () => number = fixedChance(1)): Interceptor {
  const codes = [429, 500, 502, 503, 504];
  return (request) => {
    if (!isPath(request, '/*') || random() >= share) return undefined;
    const code = codes[Math.floor(random() * codes.length)] ?? 503;
    return code === 429 ? throttled(5) : failure(code, serviceErrors[code] ?? 'UnknownError', '');
  };
}
