import type { Static, TObject, TSchema } from 'typebox';
import type { Caller, Right } from '../domain/access.ts';
import type { Answer } from './http/answer.ts';
import type { OperationsContext } from './operations/context.ts';
import type { Services } from './services.ts';

/** One route of the API: what it takes, what it answers, and what a caller needs to use it. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `:name` for a part that varies. */
  readonly url: string;
  /** What a caller must hold; `open` for the few that answer without one. */
  readonly right: Right | 'open';
  readonly summary: string;
  readonly query?: TObject;
  readonly body?: TObject;
  /** What it answers by status; null for an answer without a body. */
  readonly answers: Readonly<Record<number, TSchema | null>>;
  /** Other forms of its answer, chosen by `Accept`. */
  readonly forms?: readonly ('text/csv' | 'text/event-stream')[];
  /** True where the answer is made of published generations alone, so that it has an ETag. */
  readonly published?: boolean;
  handle(call: Call<never, never>): Promise<Answer>;
};

/** One call of a route, checked and allowed. */
export type Call<Query, Body> = {
  readonly caller: Caller;
  /** The readers, which see what the caller sees. */
  readonly context: OperationsContext;
  readonly services: Services;
  /** The varying parts of the path. */
  readonly part: (name: string) => string;
  readonly query: Query;
  readonly body: Body;
  /** The form asked for by `Accept`. */
  readonly form: 'application/json' | 'text/csv' | 'text/event-stream';
  readonly browser: Browser;
};

/** What is known of whoever sent a request. */
export type Browser = {
  readonly address: string;
  readonly client: string | null;
  /** The cookie of its session, if any. */
  readonly session: string | null;
  /** `Last-Event-ID`, where a stream is taken up again. */
  readonly lastEvent: number;
};

type Definition<Query extends TObject, Body extends TObject> = Omit<Route, 'query' | 'body' | 'handle'> & {
  readonly query?: Query;
  readonly body?: Body;
  handle(call: Call<Static<Query>, Static<Body>>): Promise<Answer>;
};

/** Declares a route; its handler gets the query and the body in their types. */
export function route<Query extends TObject = TObject, Body extends TObject = TObject>(
  definition: Definition<Query, Body>,
): Route {
  // The server checks query and body against these very schemas before it calls the handler.
  return definition;
}
