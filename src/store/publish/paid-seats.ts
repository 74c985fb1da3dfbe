import type { Store } from '../open.ts';
import type { Run } from '../runs.ts';

/** The assigned units of the paid products together, as Microsoft counts them; null where one of them is unknown. */
export async function paidSeats({ tenantId }: Run, store: Store): Promise<number | null> {
  const rows = await store.db
    .selectFrom('balance')
    .select('consumed')
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where('class', '=', 'paid')
    .execute();
  return rows.reduce<number | null>(
    (sum, { consumed }) => (sum === null || consumed === null ? null : sum + consumed),
    0,
  );
}
