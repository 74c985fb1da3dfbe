import { sees, type Caller } from '../../domain/access.ts';
import type { Products } from '../../domain/products.ts';
import type { SkuId, TenantId } from '../../domain/records.ts';
import { connectedTenants, nameOf, type ConnectedTenant } from '../../store/connections.ts';
import type { Store } from '../../store/open.ts';
import { skuIdsOf } from '../../store/read-balance.ts';
import { Refusal } from '../contract/refusal.ts';

/** Whose question it is, and where the answer is kept. */
type Asked = { readonly store: Store; readonly caller: Caller };

/**
 * The tenant of that id, domain or name, in any letter case; all tenants without one. Only those that the caller sees:
 * another one is refused in the words for one that does not exist.
 * @throws Refusal when there is none, or more than one of that name.
 */
export async function tenantsNamed(
  { store, caller }: Asked,
  text: string | undefined,
): Promise<readonly ConnectedTenant[]> {
  const all = (await connectedTenants(store)).filter(({ tenant }) => sees(caller, tenant.tenantId));
  if (text === undefined) return all;
  const wanted = text.trim().toLowerCase();
  const found = all.filter(({ tenant }) =>
    [tenant.tenantId, tenant.domain, tenant.name, tenant.displayName].some(
      (name) => name?.toLowerCase() === wanted,
    ),
  );
  if (found.length === 1) return found;
  if (found.length > 1) {
    const ids = found.map(({ tenant }) => tenant.tenantId).join(', ');
    throw new Refusal('wrong-input', `"${text}" names ${found.length} tenants; use the id of one: ${ids}`);
  }
  const names = all.map(({ tenant }) => nameOf(tenant));
  const known =
    names.length === 0 ? 'No tenant is connected yet.' : `Connected: ${names.slice(0, 10).join(', ')}.`;
  throw new Refusal('not-found', `There is no tenant "${text}" here. ${known}`);
}

/** Like `tenantsNamed`, for exactly one. */
export async function tenantNamed(asked: Asked, text: string): Promise<ConnectedTenant> {
  const [one] = await tenantsNamed(asked, text);
  if (!one) throw new Refusal('not-found', `There is no tenant "${text}" here.`);
  return one;
}

/** The SKUs of a tenant that an id or a part number means, in any letter case; empty when it has none. */
export async function skuIdsNamed(
  tenantId: TenantId,
  store: Store,
  products: Products,
  text: string,
): Promise<readonly SkuId[]> {
  const wanted = text.trim().toLowerCase();
  const known = await skuIdsOf(tenantId, store);
  const listed = new Set<SkuId>(products.find(text.trim()));
  const found = known.filter(
    ({ skuId, partNumber }) => skuId === wanted || partNumber?.toLowerCase() === wanted || listed.has(skuId),
  );
  return [...new Set(found.map(({ skuId }) => skuId))];
}

/**
 * The SKUs that a text means in each tenant that has them; null without a text, which asks for all.
 * @throws Refusal when no tenant has it.
 */
export async function skusWanted(
  tenants: readonly ConnectedTenant[],
  store: Store,
  products: Products,
  text: string | undefined,
): Promise<ReadonlyMap<TenantId, readonly SkuId[]> | null> {
  if (text === undefined) return null;
  const wanted = new Map<TenantId, readonly SkuId[]>();
  for (const { tenant } of tenants) {
    const skuIds = await skuIdsNamed(tenant.tenantId, store, products, text);
    if (skuIds.length > 0) wanted.set(tenant.tenantId, skuIds);
  }
  return wanted.size > 0 ? wanted : refuseSku(text);
}

/** @throws Refusal saying that no tenant asked for has the SKU. */
export function refuseSku(text: string): never {
  throw new Refusal(
    'not-found',
    `No product "${text}" here. Give its id or part number as \`seatledger balance --output csv\` lists them.`,
  );
}
