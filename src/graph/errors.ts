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
  /** When the answer allows the next request (`Retry-After`), or null where it does not say. */
  readonly retryAt: Date | null;

  constructor(
    message: string,
    facts: Pick<
      IdentityError,
      'oauthError' | 'aadsts' | 'httpStatus' | 'correlationId' | 'traceId' | 'clockAheadSeconds'
    > &
      Partial<Pick<IdentityError, 'retryAt'>>,
  ) {
    super(message);
    this.oauthError = facts.oauthError;
    this.aadsts = facts.aadsts;
    this.httpStatus = facts.httpStatus;
    this.correlationId = facts.correlationId;
    this.traceId = facts.traceId;
    this.clockAheadSeconds = facts.clockAheadSeconds;
    this.retryAt = facts.retryAt ?? null;
  }
}

/** Microsoft Graph answered a request with an error that retrying does not mend. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly httpStatus: number;
  /** Graph's error code, the most specific one; empty where the body had none. */
  readonly code: string;
  readonly requestId: string | null;
  /** When the answer allows the next request (`Retry-After`), or null where it does not say. */
  readonly retryAt: Date | null;

  constructor(
    message: string,
    facts: Pick<GraphError, 'httpStatus' | 'code' | 'requestId'> & Partial<Pick<GraphError, 'retryAt'>>,
  ) {
    super(message);
    this.httpStatus = facts.httpStatus;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.retryAt = facts.retryAt ?? null;
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

/** Objects without a usable id were left out of a read, so it cannot prove that anything is gone. */
export class IncompleteRead extends Error {
  override readonly name = 'IncompleteRead';
  /** How many objects were left out. */
  readonly leftOut: number;
  /** The page (from 1) that held the first of them. */
  readonly firstPage: number;

  constructor(path: string, facts: Pick<IncompleteRead, 'leftOut' | 'firstPage'>) {
    super(
      `${facts.leftOut} of the objects that Microsoft Graph listed in ${path} have no usable id ` +
        `(the first is on page ${facts.firstPage}), so this read is not complete`,
    );
    this.leftOut = facts.leftOut;
    this.firstPage = facts.firstPage;
  }
}

/** Microsoft Graph no longer knows the link to the next page; the list has to be read from its start. */
export class PageTokenExpired extends Error {
  override readonly name = 'PageTokenExpired';

  constructor(path: string, options: ErrorOptions) {
    super(`Microsoft Graph no longer knows its link to the next page of ${path}`, options);
  }
}

/** A certificate file that cannot be used; the message says why and what to do. */
export class CredentialProblem extends Error {
  override readonly name = 'CredentialProblem';
  /** Which fault of a certificate file it is, such as `B-CE-03`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
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
