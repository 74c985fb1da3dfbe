import { GraphError, MalformedAnswer } from './errors.ts';
import type { HttpAnswer } from './http.ts';
import { excerpt, redact } from './policies/redact.ts';
import { retryAfter } from './policies/retry-after.ts';

/** A JSON object as it came. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * The JSON object in an answer with data.
 * @throws MalformedAnswer for no JSON object, an error in disguise, two lists, or a number beyond all bounds.
 */
export function objectOf(answer: HttpAnswer): Json {
  const { body, status } = answer;
  const value = parsedOrNull(body);
  if (!isJson(value)) throw malformed('is no JSON object', body);
  if ('error' in value) throw malformed(`carries an error in spite of its status ${status}`, body);
  if (isDoubled(body)) throw malformed('holds two lists', body);
  if (mayOverflow.test(body) && hasInfinity(value)) throw malformed('has a number out of range', body);
  return value;
}

/** What Graph's error body says, as an error. */
export function refusalOf(answer: HttpAnswer, what: string, now: Date): GraphError {
  const body = parsedOrNull(answer.body);
  const error = isJson(body) && isJson(body['error']) ? body['error'] : {};
  const code = codeOf(error);
  const message = error['message'];
  const text = typeof message === 'string' && message ? redact(message) : excerpt(answer.body);
  const reason = [code, text].filter(Boolean).join(': ') || 'no reason given';
  return new GraphError(`Microsoft Graph answered ${what} with ${answer.status} (${reason})`, {
    httpStatus: answer.status,
    code,
    requestId: answer.headers['request-id'] ?? null,
    retryAt: retryAfter(answer.headers, now),
  });
}

/** True for a JSON object, false for null, lists and plain values. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer that was understood as far as HTTP, with the start of its body in the message. */
export function malformed(problem: string, body: string): MalformedAnswer {
  const start = body === '' ? 'it is empty' : `it begins: ${excerpt(body)}`;
  return new MalformedAnswer(`the answer of Microsoft ${problem} (${start})`, { retryable: true });
}

/** What a text says as JSON, or null where it is none; the parser's own words would quote the text. */
export function parsedOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The most specific code: inner errors say more, unless they only repeat the status as a number. */
function codeOf(error: Json): string {
  let code = '';
  for (let at: unknown = error; isJson(at); at = at['innerError'] ?? at['innererror']) {
    const found = at['code'];
    if (typeof found === 'string' && found !== '' && !/^\d+$/.test(found)) code = found;
  }
  return code;
}

// JSON.parse lets the last of two equal keys win, which could put a shorter list in the place of the real one.
function isDoubled(body: string): boolean {
  // Only a second mention is worth a closer look. From the front, and from a rare letter on: that is how V8 is quick.
  const first = body.indexOf('value"');
  if (body.indexOf('value"', first + 1) < 0) return false;
  return (body.match(/"value"\s*:\s*\[/g)?.length ?? 0) > 1;
}

// JSON.parse makes 1e999 Infinity without a word. A look at the text is cheaper than one at every value: a number beyond
// all bounds has an exponent of three digits, or more than 200 digits in front of a shorter one. The first digits are
// written out, which lets V8 skip most places.
const mayOverflow = /\d(?:[eE]\+?\d{3,}[\s,\]}]|\d\d\d\d\d\d\d\d{193})/;

function hasInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInfinity);
}
