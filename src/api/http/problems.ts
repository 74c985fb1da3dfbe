import { Refusal } from '../contract/refusal.ts';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { StepResult } from '../contract/tenants.ts';
import { asRefusal } from '../operations/refusals.ts';

type Kind = { readonly status: number; readonly title: string; readonly act: Problem['act'] };

const kinds: Readonly<Record<ProblemCode, Kind>> = {
  'wrong-input': { status: 400, title: 'The request is wrong', act: 'caller' },
  'not-signed-in': { status: 401, title: 'Not signed in', act: 'caller' },
  forbidden: { status: 403, title: 'Not allowed', act: 'operator' },
  'not-found': { status: 404, title: 'Not found', act: 'caller' },
  conflict: { status: 409, title: 'It does not go with what is there', act: 'caller' },
  'too-large': { status: 413, title: 'Too large', act: 'caller' },
  'unsupported-media-type': { status: 415, title: 'Not a form that is read here', act: 'caller' },
  'wrong-host': { status: 421, title: 'Not the address of this Seatledger', act: 'caller' },
  'not-connected': { status: 422, title: 'Not connected', act: 'caller' },
  'too-many': { status: 429, title: 'Too many tries', act: 'wait' },
  refused: { status: 502, title: 'Microsoft refuses', act: 'tenant' },
  store: { status: 503, title: 'The data cannot be used', act: 'operator' },
  failed: { status: 502, title: 'Failed', act: 'wait' },
  internal: { status: 500, title: 'Failed inside', act: 'operator' },
};

/** A no that is the server's own, with the status it is sent with. */
export class HttpRefusal extends Error {
  override readonly name: string = 'HttpRefusal';
  readonly code: ProblemCode;
  readonly status: number;

  constructor(code: ProblemCode, message: string, status = kinds[code].status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** A tenant that could not be connected, with what each step found. */
export class NotConnected extends HttpRefusal {
  readonly steps: readonly StepResult[];

  constructor(message: string, steps: readonly StepResult[]) {
    super('not-connected', message);
    this.steps = steps;
  }
}

/** What someone is told of an error: a refusal in its own words, anything else by the name of the request only. */
export function problemOf(error: unknown, requestId: string): Problem {
  const refusal = asRefusal(error);
  if (refusal instanceof HttpRefusal)
    return problem(refusal.code, refusal.message, requestId, refusal.status);
  if (refusal instanceof Refusal) return problem(refusal.code, refusal.message, requestId);
  const status = statusOf(error);
  if (status === 415) {
    return problem('unsupported-media-type', 'Send application/json in UTF-8.', requestId, status);
  }
  if (status === 413) return problem('too-large', 'A request may have 1 MB at most.', requestId, status);
  if (status >= 400 && status < 500) {
    return problem(status === 429 ? 'too-many' : 'wrong-input', messageOf(error), requestId, status);
  }
  const detail = `Something failed inside Seatledger. Its log has more under request ${requestId}.`;
  return problem('internal', detail, requestId);
}

function problem(code: ProblemCode, detail: string, requestId: string, status = kinds[code].status): Problem {
  const { title, act } = kinds[code];
  return { type: 'about:blank', title, status, detail, code, act, requestId };
}

/** The status that Fastify gives to what it refuses by itself. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The request is wrong.';
}
