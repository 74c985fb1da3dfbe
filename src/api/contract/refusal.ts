/** Why an operation said no; each code says who has to act. */
export type RefusalCode =
  /** The request is wrong: an unknown name, a date that means nothing. The caller acts. */
  | 'wrong-input'
  /** What is named is not there, or not for this caller, who cannot tell which. The caller acts. */
  | 'not-found'
  /** The caller is known and may not do this. Who manages the access acts. */
  | 'forbidden'
  /** It does not go with what is there already. The caller acts. */
  | 'conflict'
  /** Nobody knows who calls: name, password, code, session or token is wrong or over. The caller signs in. */
  | 'not-signed-in'
  /** More was asked for than may be in this time. The caller waits. */
  | 'too-many'
  /** Microsoft refuses: credential, consent or permission. Someone in the tenant acts. */
  | 'refused'
  /** The local store refuses: locked, damaged, wrong key, wrong version. The operator acts. */
  | 'store'
  /** Something failed that may pass: a host out of reach. */
  | 'failed';

/** An expected no, with a message that says what was seen, the likely cause and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** In how many seconds it may be tried again, where that is known. */
  readonly retryAfter?: number;

  constructor(
    code: RefusalCode,
    message: string,
    options: ErrorOptions & { readonly retryAfter?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}
