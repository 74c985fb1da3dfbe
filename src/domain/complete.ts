declare const proved: unique symbol;

/**
 * The proof that a list was read whole: first page, last page, none rejected, one and the same question.
 * Only the pager of `graph/pages.ts` makes one, and nothing is published or removed without it.
 */
export type Complete = {
  readonly [proved]: true;
  /** The question: path and query. */
  readonly fingerprint: string;
  readonly rows: number;
  readonly pages: number;
  /** What Microsoft counted with the first page, where it was asked. */
  readonly count: number | null;
  readonly startedAt: Date;
  readonly endedAt: Date;
};
