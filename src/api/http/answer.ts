import type { SessionCookie } from '../services.ts';

/** What a handler answers with. */
export type Answer = {
  readonly status: number;
  /** A value in the schema of that status. */
  readonly body?: unknown;
  /** A text that is sent as it comes, instead of a body. */
  readonly stream?: { readonly type: string; readonly chunks: AsyncIterable<string>; readonly file?: string };
  /** The session that begins (a cookie) or ends (null) with this answer. */
  readonly session?: SessionCookie | null;
};

/** 200 with a value. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** 201 with what was made. */
export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** 202 with what has begun. */
export function accepted(body: unknown): Answer {
  return { status: 202, body };
}

/** 204, done. */
export function done(): Answer {
  return { status: 204 };
}
