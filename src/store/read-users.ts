import type { TenantId, UserId } from '../domain/records.ts';
import type { Database } from './engines/engine.ts';
import { seatFrom, userFrom, type StoredSeat, type StoredUser } from './rows.ts';

/** The present version of the given users with their seats, by id; those not there are left out. */
export async function currentUsers(
  database: Database,
  tenantId: TenantId,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, StoredUser>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('user')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where('id', 'in', ids)
    .execute();
  const seats = await currentSeats(database, tenantId, ids);
  return new Map(rows.map((row) => [row.id as UserId, userFrom(row, seats.get(row.id) ?? [])]));
}

async function currentSeats(
  database: Database,
  tenantId: TenantId,
  ids: readonly UserId[],
): Promise<ReadonlyMap<string, StoredSeat[]>> {
  const rows = await database
    .selectFrom('seat')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where('userId', 'in', ids)
    .orderBy('userId')
    .orderBy('skuId')
    .execute();
  const byUser = new Map<string, StoredSeat[]>();
  for (const row of rows) {
    const seats = byUser.get(row.userId);
    if (seats) seats.push(seatFrom(row));
    else byUser.set(row.userId, [seatFrom(row)]);
  }
  return byUser;
}
