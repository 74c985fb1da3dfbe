/** Why an operation said no; each code says who has to act. */
export type RefusalCode =
  /** The request is wrong: an unknown name, a date that means nothing. The caller acts. */
  | 'wrong-input'
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

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
