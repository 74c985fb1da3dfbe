import type { Role, TenantScope } from '../../domain/access.ts';
import type { AccessDatabase } from './database.ts';
import { nameKey } from './names.ts';
import type { AccessStore } from './open.ts';
import { keptScope, scopeOf } from './scope.ts';
import type { AccountRow } from './tables.ts';

/** A person who may sign in. */
export type Account = {
  readonly name: string;
  readonly role: Role;
  readonly tenants: TenantScope;
  readonly passwordHash: string;
  /** From where it signed in lately. */
  readonly knownAddresses: readonly string[];
  readonly lastSignInAt: string | null;
};

/** What a new account is made of. */
export type NewAccount = Pick<Account, 'name' | 'role' | 'tenants' | 'passwordHash'>;

/** What may be changed of an account. */
export type AccountChange = Partial<Omit<NewAccount, 'name'>>;

/** All accounts by name. */
export async function allAccounts(store: AccessStore): Promise<readonly Account[]> {
  const rows = await store.db.selectFrom('accessAccount').selectAll().execute();
  const { compare } = new Intl.Collator('und');
  return rows.map(accountOf).sort((a, b) => compare(a.name, b.name));
}

/** The account of that name in any letter case, or null. */
export async function accountNamed(store: AccessStore, name: string): Promise<Account | null> {
  const row = await accountRow(store.db, name);
  return row ? accountOf(row) : null;
}

/** Adds an account; an owner also claims this Seatledger, unless that was done. */
export async function addAccount(
  store: AccessStore,
  account: NewAccount,
  at: string,
): Promise<'added' | 'taken'> {
  return store.exclusively(async (transaction) => {
    if (await accountRow(transaction, account.name)) return 'taken';
    await insertAccount(transaction, account, at);
    if (account.role === 'owner') await insertClaim(transaction, at);
    return 'added';
  });
}

/** Makes the first owner: once and never again, whoever tries at the same time. */
export async function claimForOwner(
  store: AccessStore,
  account: Omit<NewAccount, 'role' | 'tenants'>,
  at: string,
): Promise<'claimed' | 'claimed-before' | 'taken'> {
  return store.exclusively(async (transaction) => {
    if (await accountRow(transaction, account.name)) return 'taken';
    if (!(await insertClaim(transaction, at))) return 'claimed-before';
    await insertAccount(transaction, { ...account, role: 'owner', tenants: 'all' }, at);
    return 'claimed';
  });
}

/** Whether there ever was an owner in this database. */
export async function isClaimed(store: AccessStore): Promise<boolean> {
  return (await store.db.selectFrom('accessClaim').select('one').executeTakeFirst()) !== undefined;
}

/** Changes an account and ends its sessions. */
export async function changeAccount(
  store: AccessStore,
  name: string,
  { tenants, ...change }: AccountChange,
  at: string,
): Promise<'changed' | 'unknown' | 'last-owner'> {
  return store.exclusively(async (transaction) => {
    const row = await accountRow(transaction, name);
    if (!row) return 'unknown';
    const demoted = change.role !== undefined && change.role !== 'owner';
    if (demoted && (await isLastOwner(transaction, row))) return 'last-owner';
    await transaction
      .updateTable('accessAccount')
      .set({ ...change, ...(tenants === undefined ? {} : { tenants: keptScope(tenants) }), changedAt: at })
      .where('key', '=', row.key)
      .execute();
    await transaction.deleteFrom('accessSession').where('accountKey', '=', row.key).execute();
    return 'changed';
  });
}

/** Removes an account with its sessions and tokens. */
export async function removeAccount(
  store: AccessStore,
  name: string,
): Promise<'removed' | 'unknown' | 'last-owner'> {
  return store.exclusively(async (transaction) => {
    const row = await accountRow(transaction, name);
    if (!row) return 'unknown';
    if (await isLastOwner(transaction, row)) return 'last-owner';
    await transaction.deleteFrom('accessAccount').where('key', '=', row.key).execute();
    return 'removed';
  });
}

async function accountRow(db: AccessDatabase, name: string): Promise<AccountRow | undefined> {
  return db.selectFrom('accessAccount').selectAll().where('key', '=', nameKey(name)).executeTakeFirst();
}

async function isLastOwner(transaction: AccessDatabase, { key, role }: AccountRow): Promise<boolean> {
  if (role !== 'owner') return false;
  const other = await transaction
    .selectFrom('accessAccount')
    .select('key')
    .where('role', '=', 'owner')
    .where('key', '!=', key)
    .executeTakeFirst();
  return other === undefined;
}

async function insertAccount(transaction: AccessDatabase, account: NewAccount, at: string): Promise<void> {
  const { name, role, tenants, passwordHash } = account;
  await transaction
    .insertInto('accessAccount')
    .values({
      key: nameKey(name),
      name,
      role,
      tenants: keptScope(tenants),
      passwordHash,
      knownAddresses: '[]',
      createdAt: at,
      lastSignInAt: null,
      changedAt: at,
    })
    .execute();
}

/** The primary key of the claim allows one row: false when it was there. */
async function insertClaim(transaction: AccessDatabase, at: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('accessClaim')
    .values({ one: 1, claimedAt: at })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function accountOf({ name, role, tenants, passwordHash, knownAddresses, lastSignInAt }: AccountRow): Account {
  return {
    name,
    // Only this file writes them.
    role: role as Role,
    tenants: scopeOf(tenants),
    passwordHash,
    knownAddresses: JSON.parse(knownAddresses) as readonly string[],
    lastSignInAt,
  };
}
