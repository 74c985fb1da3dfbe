import type { TenantId } from './records.ts';

/** What someone may be: each role holds the rights of those below it. */
export const roles = ['viewer', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Everything that can be allowed; a route declares one of them. */
export const rights = [
  /** Sees the figures, people and history of its tenants, and who itself is. */
  'read',
  /** Starts collections, decides about held changes. */
  'collect',
  /** Connects, pauses and removes tenants, and replaces their credentials. */
  'manage-tenants',
  /** Makes and revokes tokens of its own. */
  'manage-tokens',
  /** Sees the state of the set-up, and replays the ledger. */
  'read-system',
  /** Adds, changes and removes accounts, and everyone's tokens and sessions. */
  'manage-access',
] as const;
export type Right = (typeof rights)[number];

/** Someone who asks: a person, a program with a token, or whoever sits at this machine. */
export type Caller = {
  readonly kind: 'account' | 'token' | 'local';
  readonly name: string;
  readonly role: Role;
  readonly tenants: TenantScope;
};

/** The tenants that a caller sees: all that there are, or these. */
export type TenantScope = 'all' | readonly TenantId[];

const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ['read'],
  admin: ['read', 'collect', 'manage-tenants', 'manage-tokens', 'read-system'],
  owner: rights,
};

/** The rights that a role holds. */
export function rightsOf(role: Role): readonly Right[] {
  return rightsOfRole[role];
}

/** Whether a caller holds a right. */
export function may(caller: Pick<Caller, 'role'>, right: Right): boolean {
  return rightsOf(caller.role).includes(right);
}

/** Whether a caller sees a tenant; what it does not see does not exist for it. */
export function sees({ tenants }: Pick<Caller, 'tenants'>, tenantId: TenantId): boolean {
  return tenants === 'all' || tenants.includes(tenantId);
}

/** Whoever can read the data on this machine, and so may do everything with it. */
export const localCaller: Caller = { kind: 'local', name: 'this machine', role: 'owner', tenants: 'all' };
