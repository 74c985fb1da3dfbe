import { sql } from 'kysely';
import { onDisk } from '../engines/engine.ts';
import type { Store } from '../open.ts';
import { seatNames, userNames } from '../rows.ts';
import type { Run } from '../runs.ts';

/** Turns the staged users and seats into versions of this generation, and closes those that they replace. */
export async function publishUsers(run: Run, store: Store): Promise<{ readonly changed: boolean }> {
  const { tenantId, generation } = run;
  const staged = sql`tenant_id = ${tenantId}`;
  const current = sql`tenant_id = ${tenantId} and closed_in is null`;
  const entries = await sql<{ kind: string }>`select kind from stage_entry where ${staged} limit 1`.execute(
    store.db,
  );
  const users = await sql<{ id: string }>`select id from stage_user where ${staged} limit 1`.execute(
    store.db,
  );
  if (entries.rows.length === 0 && users.rows.length === 0) return { changed: false };
  if (!run.opensUsers) {
    // One list of ids, which SQLite looks up; with `or` between two it reads every user.
    await sql`update "user" set closed_in = ${generation} where ${current} and id in (
        select id from stage_user where ${staged}
        union select user_id from stage_entry where ${staged} and kind = 'user-removed')`.execute(store.db);
    await sql`update seat set closed_in = ${generation} where ${current} and (user_id, sku_id) in (
        select user_id, sku_id from stage_entry where ${staged} and kind in ('seat-removed', 'seat-changed'))`.execute(
      store.db,
    );
  }
  // In the order of the key, so that the tree of the table grows at its end instead of everywhere.
  await sql`insert into "user" (${sql.raw(userColumns)}, opened_in, closed_in)
    select ${sql.raw(userColumns)}, cast(${generation} as bigint), null from stage_user where ${staged} order by id`.execute(
    store.db,
  );
  await sql`insert into seat (${sql.raw(seatColumns)}, opened_in, closed_in)
    select ${sql.raw(seatColumns)}, cast(${generation} as bigint), null from stage_seat where ${staged} order by user_id, sku_id`.execute(
    store.db,
  );
  return { changed: true };
}

const userColumns = ['tenantId', ...userNames, 'ordinal', 'hash'].map(onDisk).join(', ');
const seatColumns = ['tenantId', ...seatNames].map(onDisk).join(', ');
