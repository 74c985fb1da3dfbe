import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';

/** Why Graph does not answer as asked; thrown by the parts of a request, turned into an answer in one place. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The refusal as Graph writes it. */
export function errorAnswer(
  refusal: Pick<GraphRefusal, 'status' | 'code' | 'message'>,
  now: Date,
  requestId: string,
  clientRequestId?: string,
): Answer {
  const innerError = {
    date: now.toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': clientRequestId ?? requestId,
  };
  return json(refusal.status, { error: { code: refusal.code, message: refusal.message, innerError } });
}

/** 400: the query is wrong in a way that its message explains. */
export function badRequest(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_BadRequest', message);
}

/** 400: an option, operator or property that this resource does not support. */
export function unsupportedQuery(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_UnsupportedQuery', message);
}

/** 400: a page link that is too old, or made for another query. */
export function expiredPageToken(): GraphRefusal {
  return new GraphRefusal(
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
}

/** 403 for a missing app role. */
export function denied(): GraphRefusal {
  return new GraphRefusal(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

/** 404 for an object that is not there. */
export function notFound(what: string): GraphRefusal {
  return new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 501 for what the real service has and this one has not. */
export function notSimulated(what: string): GraphRefusal {
  return new GraphRefusal(501, 'NotImplemented', `${what} is not simulated here.`);
}
