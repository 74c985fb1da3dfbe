import { roles, sees, type Caller, type Role, type TenantScope } from '../../domain/access.ts';
import { nameKey } from '../../store/access/names.ts';
import * as kept from '../../store/access/tokens.ts';
import type { CreatedToken, CreateTokenRequest, Token } from '../contract/access.ts';
import { Refusal } from '../contract/refusal.ts';
import type { AccessContext, Identity } from './context.ts';
import { fingerprint } from './fingerprint.ts';
import { checkedName } from './names.ts';

/** Programs that may call. */
export type Tokens = {
  /** Who holds this token, never more than its account is now; null when it is unknown or over. */
  callerOfToken(bearer: string): Promise<Identity | null>;
  /** The tokens of the caller, or everyone's for an owner. */
  tokens(caller: Identity): Promise<readonly Token[]>;
  /**
   * Makes a token, whose secret is said here and nowhere else.
   * @throws Refusal when it would be more than the caller is, or its name is taken.
   */
  createToken(caller: Identity, request: CreateTokenRequest): Promise<CreatedToken>;
  /** Ends a token, and those that it made. @throws Refusal when none of the caller's has that id or name. */
  revokeToken(caller: Identity, idOrName: string): Promise<Token>;
};

const secretBytes = 32;
const standardDays = 365;
const dayMs = 24 * 60 * 60 * 1000;
const touchEveryMs = 60 * 1000;

/** Tokens in the store, of which only the fingerprint is kept. */
export function createTokens(context: AccessContext): Tokens {
  const { store, now, random } = context;
  const all = (caller: Identity) => tokensSeen(context, caller);
  return {
    async callerOfToken(bearer) {
      if (!/^slt_[\w-]{43}$/.test(bearer)) return null;
      const token = await kept.tokenOfHash(store, fingerprint(bearer), now().toISOString());
      if (!token) return null;
      const { id, name, lastUsedAt, bounds } = token;
      const touched = lastUsedAt === null ? 0 : Date.parse(lastUsedAt);
      if (now().getTime() - touched >= touchEveryMs) {
        await kept.touchToken(store, id, now().toISOString());
      }
      return { kind: 'token', name, ...within(token, bounds ?? token), tokenId: id };
    },
    tokens: async (caller) => (await all(caller)).map(shown),
    async createToken(caller, request) {
      const name = checkedName(request.name);
      const role = request.role ?? 'viewer';
      if (roles.indexOf(role) > roles.indexOf(caller.role)) throw moreThanCaller(caller.role);
      const tenants = await scopeWithin(context, caller, request.tenants);
      const { account, parentId, endsAt } = await ownerOf(context, caller);
      const created = now();
      const expires = new Date(created.getTime() + (request.expires ?? standardDays) * dayMs).toISOString();
      const secret = `slt_${random(secretBytes).toString('base64url')}`;
      const token = {
        id: random(8).toString('hex'),
        name,
        role,
        tenants,
        createdAt: created.toISOString(),
        expiresAt: endsAt !== null && endsAt < expires ? endsAt : expires,
      };
      const added = await kept.addToken(store, { ...token, hash: fingerprint(secret), account, parentId });
      if (added === 'taken') throw taken(name);
      return { token: shown({ ...token, account, lastUsedAt: null }), secret };
    },
    async revokeToken(caller, idOrName) {
      const token = theOne(await all(caller), idOrName.trim());
      await kept.removeToken(store, token.id);
      return shown(token);
    },
  };
}

/** The tokens that a caller may see and revoke. */
async function tokensSeen({ store }: AccessContext, caller: Identity): Promise<readonly kept.OwnedToken[]> {
  if (caller.role === 'owner') return kept.tokensOf(store, 'all');
  if (caller.kind === 'account') return kept.tokensOf(store, { account: caller.name });
  return caller.tokenId === undefined ? [] : kept.tokensOf(store, { parentId: caller.tokenId });
}

/** Whose a new token is. One that a token makes belongs to the same account, and ends with its maker. */
async function ownerOf({ store }: AccessContext, caller: Identity): Promise<TokenOwner> {
  if (caller.kind === 'account') return { account: caller.name, parentId: null, endsAt: null };
  if (caller.kind === 'local') return { account: null, parentId: null, endsAt: null };
  const maker = caller.tokenId === undefined ? null : await kept.tokenOfId(store, caller.tokenId);
  if (maker) return { account: maker.account, parentId: maker.id, endsAt: maker.expiresAt };
  throw new Refusal('not-signed-in', 'The token that asks was revoked.');
}

type TokenOwner = {
  readonly account: string | null;
  readonly parentId: string | null;
  readonly endsAt: string | null;
};

/** The tenants that are asked for, or all of the caller's. */
async function scopeWithin(
  { resolveTenants }: AccessContext,
  caller: Caller,
  names: readonly string[] | undefined,
): Promise<TenantScope> {
  if (names === undefined) return caller.tenants;
  if (names.length === 0)
    throw new Refusal('wrong-input', 'Name at least one tenant, or leave the tenants out.');
  const ids = await resolveTenants(names, caller);
  if (ids.every((id) => sees(caller, id))) return ids;
  throw new Refusal('not-found', `One of these tenants is not here: ${names.join(', ')}.`);
}

/** What a token allows within the bounds of its account as it is now. */
function within(token: Bounds, bounds: Bounds): Bounds {
  const role = roles.indexOf(token.role) < roles.indexOf(bounds.role) ? token.role : bounds.role;
  if (token.tenants === 'all') return { role, tenants: bounds.tenants };
  return { role, tenants: token.tenants.filter((tenant) => sees(bounds, tenant)) };
}

type Bounds = { readonly role: Role; readonly tenants: TenantScope };

function theOne(tokens: readonly kept.OwnedToken[], idOrName: string): kept.OwnedToken {
  const named = tokens.filter(({ name }) => nameKey(name) === nameKey(idOrName));
  const [found, another] = [...tokens.filter(({ id }) => id === idOrName), ...named];
  if (!found) {
    throw new Refusal('not-found', `There is no token "${idOrName}". seatledger token list shows them.`);
  }
  if (!another || found.id === idOrName) return found;
  const ids = named.map(({ id }) => id).join(', ');
  throw new Refusal('conflict', `"${idOrName}" names ${named.length} tokens; use the id of one: ${ids}`);
}

function moreThanCaller(role: Role): Refusal {
  return new Refusal('forbidden', `A token can be at most what its maker is, here ${role}.`);
}

function taken(name: string): Refusal {
  return new Refusal(
    'conflict',
    `There is a token "${name}" already. Choose another name, or revoke that one first.`,
  );
}

function shown({
  id,
  name,
  account,
  role,
  tenants,
  createdAt,
  expiresAt,
  lastUsedAt,
}: kept.OwnedToken): Token {
  const scope = tenants === 'all' ? tenants : [...tenants];
  return { id, name, owner: account, role, tenants: scope, createdAt, expiresAt, lastUsedAt };
}
