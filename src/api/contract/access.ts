import { Type, type Static } from 'typebox';
import { Instant, Text } from './shared.ts';

/** What someone may do: everything; everything within its tenants except access to this program; or read. */
export const Role = Type.Enum(['owner', 'admin', 'viewer']);
export type Role = Static<typeof Role>;

/** The tenants that someone may see: all, or these ids. */
export const TenantScope = Type.Union([Type.Literal('all'), Type.Array(Type.String())]);
export type TenantScope = Static<typeof TenantScope>;

/** A name for an account or a token. */
const AccessName = Type.String({ minLength: 1, maxLength: 100 });
/** A password: 12 characters at least, 1,024 bytes at most. */
const Password = Type.String({ minLength: 12, maxLength: 1024 });

/** Who is calling, and what that caller may do. */
export const Me = Type.Object({
  name: Type.String(),
  kind: Type.Enum(['account', 'token', 'local']),
  role: Role,
  tenants: TenantScope,
  /** The rights of the role, for an interface that hides what would be refused. */
  rights: Type.Array(Type.String()),
  version: Type.String(),
});
export type Me = Static<typeof Me>;

/** A person who may sign in. */
export const Account = Type.Object({
  name: Type.String(),
  role: Role,
  tenants: TenantScope,
  lastSignInAt: Type.Union([Instant, Type.Null()]),
});
export type Account = Static<typeof Account>;

/** What a new account is made of; `tenants` takes ids, domains or names, and means all when left out. */
export const AddAccountRequest = Type.Object({
  name: AccessName,
  role: Role,
  password: Password,
  tenants: Type.Optional(Type.Array(Type.String())),
});
export type AddAccountRequest = Static<typeof AddAccountRequest>;

/** What may be changed of an account. Whoever is signed in with it has to sign in again. */
export const ChangeAccountRequest = Type.Object({
  role: Type.Optional(Role),
  password: Type.Optional(Password),
  tenants: Type.Optional(Type.Union([Type.Literal('all'), Type.Array(Type.String())])),
});
export type ChangeAccountRequest = Static<typeof ChangeAccountRequest>;

/** A browser that is signed in. */
export const Session = Type.Object({
  id: Type.String(),
  account: Type.String(),
  createdAt: Instant,
  lastUsedAt: Instant,
  endsAt: Instant,
  /** What the browser said of itself, cut short. */
  client: Text,
  /** True for the session that asks. */
  current: Type.Boolean(),
});
export type Session = Static<typeof Session>;

/** A program that may call; the token itself is shown once and never kept. */
export const Token = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The account that it belongs to; null for one made at the machine. */
  owner: Text,
  role: Role,
  tenants: TenantScope,
  createdAt: Instant,
  expiresAt: Type.Union([Instant, Type.Null()]),
  lastUsedAt: Type.Union([Instant, Type.Null()]),
});
export type Token = Static<typeof Token>;

/** What a new token is made of. */
export const CreateTokenRequest = Type.Object({
  name: AccessName,
  role: Type.Optional(Type.Enum(['admin', 'viewer'])),
  tenants: Type.Optional(Type.Array(Type.String())),
  /** Days until it ends; 365 unless given. */
  expires: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
});
export type CreateTokenRequest = Static<typeof CreateTokenRequest>;

/** A token just made: `secret` is said here and nowhere else. */
export const CreatedToken = Type.Object({ token: Token, secret: Type.String() });
export type CreatedToken = Static<typeof CreatedToken>;

/** Signing in with a name and a password. */
export const SignInRequest = Type.Object({
  name: AccessName,
  password: Type.String({ minLength: 1, maxLength: 1024 }),
});
export type SignInRequest = Static<typeof SignInRequest>;

/** Signing in once with a code from the terminal (`demo`). */
export const OneTimeRequest = Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) });
export type OneTimeRequest = Static<typeof OneTimeRequest>;

/** The first person of a new Seatledger, who becomes its owner. */
export const ClaimRequest = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 200 }),
  name: AccessName,
  password: Password,
});
export type ClaimRequest = Static<typeof ClaimRequest>;

/** What a browser has to know before anyone signed in. */
export const Entrance = Type.Object({
  /** False until the first owner has claimed it. */
  claimed: Type.Boolean(),
});
export type Entrance = Static<typeof Entrance>;
