/** What is wrong with the master key or with something sealed under it. */
type VaultRefusalCode =
  | 'key-missing'
  | 'key-unreadable'
  | 'key-readable-by-others'
  | 'key-malformed'
  | 'key-in-data-dir'
  | 'key-wrong'
  | 'sealed-damaged';

/** The vault will not go on; the operator of this machine acts, and the message says how. */
export class VaultRefusal extends Error {
  override readonly name = 'VaultRefusal';
  readonly code: VaultRefusalCode;

  constructor(code: VaultRefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
