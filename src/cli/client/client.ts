import type { Account, CreatedToken, Token } from '../../api/contract/access.ts';
import type { BalanceLine, Explanation, ResourceAge } from '../../api/contract/balance.ts';
import type { Finding } from '../../api/contract/findings.ts';
import type { Entry, Verification } from '../../api/contract/ledger.ts';
import type { Page } from '../../api/contract/list.ts';
import type { Operations } from '../../api/contract/operations.ts';
import type { Person, PersonDetail } from '../../api/contract/people.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import type { Run } from '../../api/contract/runs.ts';
import type { System, Tenant } from '../../api/contract/tenants.ts';
import { createCaller, type Caller } from './call.ts';
import { collectAll, connectTenant } from './follow.ts';
import type { Send } from './send.ts';

/** The operations as a client of the API's routes, in this process or over HTTP. */
export function createClient(send: Send): Operations {
  const api = createCaller(send);
  const items = async <Item>(path: string, query: Query = {}) =>
    (await api.get<Page<Item>>(path, query)).items;
  return {
    connect: (request, report) => connectTenant(api, request, report),
    tenants: () => items<Tenant>('/tenants'),
    removeTenant: (tenant) => api.send<Tenant>('DELETE', `/tenants/${part(tenant)}`),
    pauseTenant: (tenant) => api.send<Tenant>('PATCH', `/tenants/${part(tenant)}`, { paused: true }),
    resumeTenant: (tenant) => api.send<Tenant>('PATCH', `/tenants/${part(tenant)}`, { paused: false }),
    collect: (request, report) => collectAll(api, request, report),
    balance: ({ tenant, at }) => items<BalanceLine>(`${below(tenant)}/balance`, { at }),
    async explain({ tenant, sku, at }) {
      if (tenant === undefined) return items<Explanation>(`/skus/${part(sku)}`, { at });
      return [await api.get<Explanation>(`${below(tenant)}/skus/${part(sku)}`, { at })];
    },
    resources: (tenant) => items<ResourceAge>(`${below(tenant)}/resources`),
    users: ({ tenant, ...query }) => pages<Person>(api, `${below(tenant)}/users`, query),
    user: ({ tenant, id }) => api.get<PersonDetail>(`${below(tenant)}/users/${part(id)}`),
    entries: ({ tenant, ...query }) => pages<Entry>(api, `${below(tenant)}/entries`, query),
    findings: ({ tenant, ...query }) => pages<Finding>(api, `${below(tenant)}/findings`, query),
    runs: ({ tenant }) => Array.fromAsync(pages<Run>(api, `${below(tenant)}/runs`, {})),
    async verify({ tenant }) {
      const names = tenant === undefined ? (await items<Tenant>('/tenants')).map(({ id }) => id) : [tenant];
      const verified: Verification[] = [];
      for (const name of names) verified.push(await api.get<Verification>(`${below(name)}/verification`));
      return verified;
    },
    doctor: async () => (await api.get<System>('/system')).checks,
    accounts: () => items<Account>('/accounts'),
    addAccount: (request) => api.send<Account>('POST', '/accounts', request),
    removeAccount: (name) => api.send<Account>('DELETE', `/accounts/${part(name)}`),
    tokens: () => items<Token>('/tokens'),
    createToken: (request) => api.send<CreatedToken>('POST', '/tokens', request),
    revokeToken: (token) => api.send<Token>('DELETE', `/tokens/${part(token)}`),
  };
}

type Query = Parameters<Caller['get']>[1];

/** The path of a tenant, or nothing where all are meant. */
function below(tenant: string | undefined): string {
  return tenant === undefined ? '' : `/tenants/${part(tenant)}`;
}

/** @throws Refusal for a name that no path can carry. */
function part(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Refusal('wrong-input', 'A name is missing: it is empty.');
  return encodeURIComponent(trimmed);
}

/** How many items are asked for at once: texts of twice as many are freed late, and take a hundred megabytes more. */
const pageSize = 500;

async function* pages<Item>(api: Caller, path: string, query: NonNullable<Query>): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await api.get<Page<Item>>(path, { ...query, limit: pageSize, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
