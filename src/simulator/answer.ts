/** A JSON object as it is parsed or will be written. */
export type JsonObject = { readonly [name: string]: unknown };

/** An answer before it is sent, with what a broken network may do to it on the way. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** An object or array is written as JSON; null is no body at all. */
  readonly body: JsonObject | readonly unknown[] | string | Buffer | null;
  /** Bytes of the body (as sent, so compressed) after which the connection breaks. */
  readonly cut?: number;
  /** A `Content-Length` that need not be true; the connection is closed after the body. */
  readonly contentLength?: number;
  /** Breaks the connection instead of answering. */
  readonly reset?: boolean;
  /** Waits so long before it is sent. */
  readonly delayMs?: number;
};

/** What an interceptor is told about a request. */
export type InterceptedRequest = {
  /** The tenant that the path or the token names; null where neither does. */
  readonly tenantId: string | null;
  readonly method: string;
  /** Without the query, such as `/v1.0/users`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query as they came. */
  readonly url: string;
  /** How many requests this path has seen, from 1. */
  readonly nth: number;
  /** Which page of a listing the request asks for, from 1. */
  readonly page: number;
  /** In lower case; `authorization` is left out. */
  readonly headers: Readonly<Record<string, string>>;
};

/** Sees every answer before it is sent, and may give another one or a part of one instead. JSON bodies come parsed. */
export type Interceptor = (request: InterceptedRequest, answer: Answer) => Partial<Answer> | void;

/** A JSON answer. */
export function json(status: number, body: JsonObject, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}
