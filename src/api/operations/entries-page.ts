import { countEntries, entriesAfter, type EntryFilter, type EntryOrder } from '../../store/read-ledger.ts';
import type { EntriesRequest, Entry } from '../contract/ledger.ts';
import type { OperationsContext } from './context.ts';
import { entriesAsked, entryOf } from './entries.ts';
import { pageOverTenants, type PageOf, type Paging } from './paging.ts';

const everything: EntryFilter = {};

/** A page of the entries of the ledger: tenants by name, and of each its oldest or its newest first. */
export async function entriesPage(
  context: OperationsContext,
  request: EntriesRequest & Paging & { readonly order: EntryOrder },
): Promise<PageOf<Entry>> {
  const { store } = context;
  const asked = await entriesAsked(context, request);
  const page = await pageOverTenants([...asked.keys()], request, async (tenantId, limit, after) => {
    const place = after?.[0] === undefined ? null : Number(after[0]);
    const filter = asked.get(tenantId) ?? everything;
    const rows = await entriesAfter(tenantId, store, filter, request.order, limit + 1, place);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(entryOf), last: last ? [last.sequence] : null, more: rows.length > limit };
  });
  if (request.after) return page;
  let total = 0;
  for (const [tenantId, filter] of asked) total += await countEntries(tenantId, store, filter);
  return { ...page, total };
}
