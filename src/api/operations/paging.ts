import type { TenantId } from '../../domain/records.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Position } from '../http/cursors.ts';

/** Which part of a list is wanted: so many after a position, or from the first. */
export type Paging = { readonly limit: number; readonly after: Position | null };

/** A part of a list, and the position after which the next one begins; null on the last. */
export type PageOf<Item> = {
  readonly items: readonly Item[];
  readonly next: Position | null;
  /** How many there are on all pages; only said with the first page, and where it is known. */
  readonly total?: number;
};

/** A part of what one tenant has, with the position of its last item within that tenant. */
export type Part<Item> = {
  readonly items: readonly Item[];
  readonly last: Position | null;
  readonly more: boolean;
};

/**
 * A page of a list that goes through tenants, one after the other.
 * @param read answers null when there never was that position
 * @throws Refusal for a position that is no more
 */
export async function pageOverTenants<Item>(
  tenantIds: readonly TenantId[],
  { limit, after }: Paging,
  read: (tenantId: TenantId, limit: number, after: Position | null) => Promise<Part<Item> | null>,
): Promise<PageOf<Item>> {
  const [first, ...within] = after ?? [];
  const start = after ? tenantIds.findIndex((tenantId) => tenantId === first) : 0;
  if (start < 0) refusePosition();
  const items: Item[] = [];
  let next = after;
  for (const [index, tenantId] of tenantIds.slice(start).entries()) {
    const part = await read(tenantId, limit - items.length, after && index === 0 ? within : null);
    if (!part) return refusePosition();
    items.push(...part.items);
    if (part.last) next = [tenantId, ...part.last];
    if (part.more) return { items, next };
  }
  return { items, next: null };
}

function refusePosition(): never {
  throw new Refusal('wrong-input', 'The place where this page begins is gone. Ask for the first page again.');
}
