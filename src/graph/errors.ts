/** Microsoft Entra refused to give a token. React to `oauthError`; the AADSTS number only chooses the wording. */
export class IdentityError extends Error {
  override readonly name = 'IdentityError';
  readonly oauthError: string;
  /** The number after `AADSTS`, or null where none was given. */
  readonly aadsts: number | null;
  readonly httpStatus: number;
  readonly correlationId: string | null;
  readonly traceId: string | null;
  /** This machine's clock minus the server's, in seconds, by the `Date` header of the answer; null when it had none. */
  readonly clockAheadSeconds: number | null;

  constructor(
    message: string,
    facts: Pick<
      IdentityError,
      'oauthError' | 'aadsts' | 'httpStatus' | 'correlationId' | 'traceId' | 'clockAheadSeconds'
    >,
  ) {
    super(message);
    this.oauthError = facts.oauthError;
    this.aadsts = facts.aadsts;
    this.httpStatus = facts.httpStatus;
    this.correlationId = facts.correlationId;
    this.traceId = facts.traceId;
    this.clockAheadSeconds = facts.clockAheadSeconds;
  }
}

/** Microsoft Graph answered a request with an error that retrying does not mend. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly httpStatus: number;
  /** Graph's error code, the most specific one; empty where the body had none. */
  readonly code: string;
  readonly requestId: string | null;

  constructor(message: string, facts: Pick<GraphError, 'httpStatus' | 'code' | 'requestId'>) {
    super(message);
    this.httpStatus = facts.httpStatus;
    this.code = facts.code;
    this.requestId = facts.requestId;
  }
}

/** An answer that is no answer: torn, no JSON, another shape, a link that leads astray or in a circle. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
  /** True where asking once more may mend it (a body cut midway), false where it cannot (a link to another host). */
  readonly retryable: boolean;

  constructor(message: string, options: ErrorOptions & { readonly retryable: boolean }) {
    super(message, options);
    this.retryable = options.retryable;
  }
}

/** A host could not be reached: name not found, connection refused, cut or timed out. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly host: string;

  constructor(host: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.host = host;
  }
}

/** Microsoft asks for a wait that is too long to sit through; the run is put off. */
export class PutOff extends Error {
  override readonly name = 'PutOff';
  /** When Microsoft may be asked again. */
  readonly until: Date;

  constructor(until: Date) {
    super(`Microsoft asks to wait until ${until.toISOString()}`);
    this.until = until;
  }
}

/** `/organization` or the token says that these answers belong to another tenant than the one configured. */
export class WrongTenant extends Error {
  override readonly name = 'WrongTenant';
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, found: string) {
    super(`Microsoft answered for tenant ${found}, but ${expected} is configured; nothing was stored`);
    this.expected = expected;
    this.found = found;
  }
}
