import type { Role, TenantScope } from '../../domain/access.ts';
import { nameKey } from './names.ts';
import type { AccessStore } from './open.ts';
import { keptScope, scopeOf } from './scope.ts';
import type { TokenRow } from './tables.ts';

/** A program that may call. */
export type Token = Pick<TokenRow, 'id' | 'name' | 'createdAt' | 'expiresAt' | 'lastUsedAt'> & {
  readonly role: Role;
  readonly tenants: TenantScope;
};

/** What a new token is made of. */
export type NewToken = Omit<Token, 'lastUsedAt'> & Pick<TokenRow, 'hash' | 'parentId'> & TokenOwner;

/** Whose token it is: an account by name, or null for this machine. */
type TokenOwner = { readonly account: string | null };

/** A token with whose it is. */
export type OwnedToken = Token & TokenOwner;

/** Whose tokens are meant: those of an account, those that a token made, or all. */
export type TokensOf = 'all' | { readonly account: string } | { readonly parentId: string };

/** Adds a token; an expired one of that name makes room. */
export async function addToken(store: AccessStore, token: NewToken): Promise<'added' | 'taken'> {
  const { account, tenants, ...rest } = token;
  const accountKey = account === null ? null : nameKey(account);
  return store.exclusively(async (transaction) => {
    await transaction
      .deleteFrom('accessToken')
      .where('nameKey', '=', nameKey(token.name))
      .where('accountKey', accountKey === null ? 'is' : '=', accountKey)
      .where('expiresAt', '<=', token.createdAt)
      .execute();
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('accessToken')
      .values({
        ...rest,
        tenants: keptScope(tenants),
        nameKey: nameKey(token.name),
        accountKey,
        lastUsedAt: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n ? 'added' : 'taken';
  });
}

/** The unexpired token of that hash, bounded by what its account is now (null for one without); or null. */
export async function tokenOfHash(
  store: AccessStore,
  hash: string,
  now: string,
): Promise<(Token & { readonly bounds: Bounds | null }) | null> {
  const row = await store.db
    .selectFrom('accessToken')
    .leftJoin('accessAccount', 'accessAccount.key', 'accountKey')
    .selectAll('accessToken')
    .select(['accessAccount.role as most', 'accessAccount.tenants as widest'])
    .where('hash', '=', hash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (!row) return null;
  const { most, widest } = row;
  const bounds = most === null || widest === null ? null : { role: most as Role, tenants: scopeOf(widest) };
  return { ...tokenOf(row), bounds };
}

/** The token of that id with its owner, or null. */
export async function tokenOfId(store: AccessStore, id: string): Promise<OwnedToken | null> {
  const row = await store.db
    .selectFrom('accessToken')
    .leftJoin('accessAccount', 'accessAccount.key', 'accountKey')
    .selectAll('accessToken')
    .select('accessAccount.name as account')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...tokenOf(row), account: row.account } : null;
}

/** The tokens of someone, by name. */
export async function tokensOf(store: AccessStore, whose: TokensOf): Promise<readonly OwnedToken[]> {
  const all = store.db
    .selectFrom('accessToken')
    .leftJoin('accessAccount', 'accessAccount.key', 'accountKey')
    .selectAll('accessToken')
    .select('accessAccount.name as account')
    .orderBy('nameKey')
    .orderBy('id');
  const wanted =
    whose === 'all'
      ? all
      : 'account' in whose
        ? all.where('accountKey', '=', nameKey(whose.account))
        : all.where('parentId', '=', whose.parentId);
  return (await wanted.execute()).map((row) => ({ ...tokenOf(row), account: row.account }));
}

/** Notes that a token is in use. */
export async function touchToken(store: AccessStore, id: string, at: string): Promise<void> {
  await store.exclusively((transaction) =>
    transaction.updateTable('accessToken').set({ lastUsedAt: at }).where('id', '=', id).execute(),
  );
}

/** Ends a token, and those that it made. */
export async function removeToken(store: AccessStore, id: string): Promise<void> {
  await store.exclusively((transaction) =>
    transaction.deleteFrom('accessToken').where('id', '=', id).execute(),
  );
}

type Bounds = { readonly role: Role; readonly tenants: TenantScope };

function tokenOf({ id, name, role, tenants, createdAt, expiresAt, lastUsedAt }: TokenRow): Token {
  return { id, name, role: role as Role, tenants: scopeOf(tenants), createdAt, expiresAt, lastUsedAt };
}
