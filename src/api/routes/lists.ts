import type { Page, PageRequest } from '../contract/list.ts';
import { pageLimit } from '../contract/list.ts';
import type { Cursors, Position } from '../http/cursors.ts';

/** A list that is short enough to be given whole. */
export function whole<Item>(items: readonly Item[], asOf: string | null = null): Page<Item> {
  return { items, nextCursor: null, asOf, total: items.length };
}

/** A page as a reader gives it: with the position of its last row, where there are more. */
export type ReadPage<Item> = {
  readonly items: readonly Item[];
  readonly next: Position | null;
  readonly total?: number;
};

/** Reads a page of a list: opens the cursor that was handed in, and seals the one for the next page. */
export async function paged<Item, Query extends PageRequest>(
  cursors: Cursors,
  list: string,
  query: Query,
  read: (page: { readonly limit: number; readonly after: Position | null }) => Promise<ReadPage<Item>>,
  asOf: string | null,
): Promise<Page<Item>> {
  const { cursor, limit = pageLimit.standard, ...asked } = query;
  const name = `${list} ${JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  const after = cursor === undefined ? null : cursors.open(name, cursor);
  const { items, next, total } = await read({ limit, after });
  return {
    items,
    nextCursor: next && cursors.seal(name, next),
    asOf,
    ...(total === undefined ? {} : { total }),
  };
}
