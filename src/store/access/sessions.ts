import type { Role, TenantScope } from '../../domain/access.ts';
import type { AccessDatabase } from './database.ts';
import { nameKey } from './names.ts';
import type { AccessStore } from './open.ts';
import { scopeOf } from './scope.ts';
import type { SessionRow } from './tables.ts';

/** A browser that is signed in, with what its account is now. */
export type AccountSession = Omit<SessionRow, 'accountKey'> & {
  readonly account: string;
  readonly role: Role;
  readonly tenants: TenantScope;
};

/** A session that begins. */
export type NewSession = Pick<SessionRow, 'idHash' | 'id' | 'endsAt' | 'client'> & {
  readonly account: string;
  /** From where it signs in. */
  readonly address: string;
};

/** The moments that tell a live session from a dead one: it ends after `now`, and was used after `idleSince`. */
export type Alive = { readonly now: string; readonly idleSince: string };

/** How many addresses of an account are remembered. */
const addressesKept = 10;

/**
 * Begins a session, and clears away the dead ones.
 * False when the account is gone, or has another password by now than the one that was checked.
 */
export async function startSession(
  store: AccessStore,
  { account, address, ...session }: NewSession,
  alive: Alive,
  checkedHash: string | null,
): Promise<boolean> {
  return store.exclusively(async (transaction) => {
    const row = await transaction
      .selectFrom('accessAccount')
      .select(['key', 'passwordHash', 'knownAddresses'])
      .where('key', '=', nameKey(account))
      .executeTakeFirst();
    if (!row || (checkedHash !== null && checkedHash !== row.passwordHash)) return false;
    await removeDead(transaction, alive);
    const { now } = alive;
    await transaction
      .insertInto('accessSession')
      .values({ ...session, accountKey: row.key, createdAt: now, lastUsedAt: now })
      .execute();
    await transaction
      .updateTable('accessAccount')
      .set({ lastSignInAt: now, knownAddresses: withAddress(row.knownAddresses, address) })
      .where('key', '=', row.key)
      .execute();
    return true;
  });
}

/** The live session of that hash, or null. */
export async function sessionOfHash(
  store: AccessStore,
  idHash: string,
  alive: Alive,
): Promise<AccountSession | null> {
  const row = await liveSessions(store, alive).where('idHash', '=', idHash).executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/** The live sessions of an account, or of all for null; the one used last comes first. */
export async function sessionsOf(
  store: AccessStore,
  account: string | null,
  alive: Alive,
): Promise<readonly AccountSession[]> {
  const all = liveSessions(store, alive).orderBy('lastUsedAt', 'desc').orderBy('accessSession.id');
  const wanted = account === null ? all : all.where('accountKey', '=', nameKey(account));
  return (await wanted.execute()).map(sessionOf);
}

/** Notes that a session is in use. */
export async function touchSession(store: AccessStore, id: string, at: string): Promise<void> {
  await store.exclusively((transaction) =>
    transaction.updateTable('accessSession').set({ lastUsedAt: at }).where('id', '=', id).execute(),
  );
}

/** Ends the session that a browser holds. */
export async function endSessionOfHash(store: AccessStore, idHash: string): Promise<void> {
  await store.exclusively((transaction) =>
    transaction.deleteFrom('accessSession').where('idHash', '=', idHash).execute(),
  );
}

/** Ends a session by its id, of that account only unless it is null; false when there is none. */
export async function endSession(store: AccessStore, id: string, account: string | null): Promise<boolean> {
  return store.exclusively(async (transaction) => {
    const all = transaction.deleteFrom('accessSession').where('id', '=', id);
    const wanted = account === null ? all : all.where('accountKey', '=', nameKey(account));
    return (await wanted.executeTakeFirst()).numDeletedRows > 0n;
  });
}

function liveSessions({ db }: AccessStore, { now, idleSince }: Alive) {
  return db
    .selectFrom('accessSession')
    .innerJoin('accessAccount', 'accessAccount.key', 'accountKey')
    .select(['accessSession.id', 'idHash', 'accessSession.createdAt', 'lastUsedAt', 'endsAt', 'client'])
    .select(['accessAccount.name as account', 'role', 'tenants'])
    .where('endsAt', '>', now)
    .where('lastUsedAt', '>', idleSince);
}

function sessionOf<Row extends { readonly role: string; readonly tenants: string }>(row: Row) {
  return { ...row, role: row.role as Role, tenants: scopeOf(row.tenants) };
}

async function removeDead(transaction: AccessDatabase, { now, idleSince }: Alive): Promise<void> {
  await transaction
    .deleteFrom('accessSession')
    .where((row) => row.or([row('endsAt', '<=', now), row('lastUsedAt', '<=', idleSince)]))
    .execute();
}

function withAddress(kept: string, address: string): string {
  const others = (JSON.parse(kept) as readonly string[]).filter((one) => one !== address);
  return JSON.stringify([address, ...others].slice(0, addressesKept));
}
