const concealed = '[secret]';

/**
 * A text that must never be shown: it has no string, JSON or inspect form.
 * `reveal()` is called only where a token is asked for or a record is sealed.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. */
  reveal(): string {
    return this.#text;
  }

  /** How many characters it has, which may be shown. */
  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return concealed;
  }

  toJSON(): string {
    return concealed;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return concealed;
  }
}
