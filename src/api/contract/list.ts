import { Type, type Static, type TSchema } from 'typebox';
import { Instant, Text } from './shared.ts';

/** A page of a list: its items, how to go on, and how old the figures are. */
export function ListOf<Item extends TSchema>(item: Item) {
  return Type.Object({
    items: Type.Array(item),
    /** Hand it back as `cursor` for the next page; null on the last one. */
    nextCursor: Text,
    /** The age of the oldest read behind it; null where nothing was read, or where it has no age. */
    asOf: Type.Union([Instant, Type.Null()]),
    /** How many there are on all pages, where that is known. */
    total: Type.Optional(Type.Integer()),
  });
}

/** A page of such items, as a type. */
export type Page<Item> = {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly asOf: string | null;
  readonly total?: number;
};

/** How many items a page has: 100 unless asked for, 1,000 at most (contract, HTTP). */
export const pageLimit = { standard: 100, most: 1000 } as const;

/** What every list takes. */
export const PageRequest = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: pageLimit.most })),
  /** `nextCursor` of the page before; it belongs to this very query. */
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});
export type PageRequest = Static<typeof PageRequest>;
