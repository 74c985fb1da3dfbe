import { localCaller, type Role, type TenantScope } from '../../domain/access.ts';
import * as kept from '../../store/access/accounts.ts';
import type { Account, AddAccountRequest, ChangeAccountRequest } from '../contract/access.ts';
import { Refusal } from '../contract/refusal.ts';
import type { AccessContext } from './context.ts';
import type { Marker } from './marker.ts';
import { checkedName } from './names.ts';
import { refuseUnfit, type Passwords } from './passwords.ts';

/** People who may sign in; names count in any letter case. */
export type Accounts = {
  accounts(): Promise<readonly Account[]>;
  /** @throws Refusal when the name is taken, or the request does not hold together. */
  addAccount(request: AddAccountRequest): Promise<Account>;
  /**
   * Changes role, password or tenants; whoever is signed in with the account has to sign in again.
   * @throws Refusal when there is no such account, or it is the last owner and would be none.
   */
  changeAccount(name: string, request: ChangeAccountRequest): Promise<Account>;
  /** @throws Refusal when there is no such account, or it is the last owner. */
  removeAccount(name: string): Promise<Account>;
};

/** Accounts in the store; the first owner, however made, claims this Seatledger. */
export function createAccounts(context: AccessContext, passwords: Passwords, marker: Marker): Accounts {
  const { store, now } = context;
  const scope = async (role: Role, tenants: 'all' | readonly string[]): Promise<TenantScope> => {
    if (tenants === 'all') return 'all';
    if (role === 'owner') throw ownerSeesAll();
    return context.resolveTenants(tenants, localCaller);
  };
  const existing = async (name: string): Promise<kept.Account> => {
    const account = await kept.accountNamed(store, name);
    if (account) return account;
    throw new Refusal('not-found', `There is no account "${name}". seatledger account list shows them.`);
  };
  return {
    accounts: async () => (await kept.allAccounts(store)).map(shown),
    async addAccount({ role, password, ...request }) {
      const name = checkedName(request.name);
      refuseUnfit(password);
      const tenants = await scope(role, request.tenants ?? 'all');
      const passwordHash = await passwords.hash(password);
      const account = { name, role, tenants, passwordHash };
      if ((await kept.addAccount(store, account, now().toISOString())) === 'taken') throw taken(name);
      if (role === 'owner') marker.set();
      return shown({ ...account, lastSignInAt: null });
    },
    async changeAccount(name, { password, ...request }) {
      const { role } = { ...(await existing(name)), ...request };
      // An owner sees all tenants, also one who saw some before.
      const wanted = request.tenants ?? (request.role === 'owner' ? 'all' : undefined);
      const tenants = wanted === undefined ? undefined : await scope(role, wanted);
      if (password !== undefined) refuseUnfit(password);
      const change = {
        ...(request.role === undefined ? {} : { role }),
        ...(tenants === undefined ? {} : { tenants }),
        ...(password === undefined ? {} : { passwordHash: await passwords.hash(password) }),
      };
      const outcome = await kept.changeAccount(store, name, change, now().toISOString());
      if (outcome === 'last-owner') throw lastOwner(name);
      return shown(await existing(name));
    },
    async removeAccount(name) {
      const account = await existing(name);
      if ((await kept.removeAccount(store, name)) === 'last-owner') throw lastOwner(account.name);
      return shown(account);
    },
  };
}

/** The refusal of a name that another account has. */
export function taken(name: string): Refusal {
  return new Refusal('conflict', `There is an account "${name}" already. Choose another name.`);
}

function shown({
  name,
  role,
  tenants,
  lastSignInAt,
}: Omit<kept.Account, 'passwordHash' | 'knownAddresses'>): Account {
  return { name, role, tenants: tenants === 'all' ? tenants : [...tenants], lastSignInAt };
}

function ownerSeesAll(): Refusal {
  return new Refusal(
    'wrong-input',
    'An owner sees all tenants. Leave the tenants out, or choose the role admin or viewer.',
  );
}

function lastOwner(name: string): Refusal {
  return new Refusal(
    'conflict',
    `${name} is the only owner, and without one nobody could manage access. Make another account owner first.`,
  );
}
