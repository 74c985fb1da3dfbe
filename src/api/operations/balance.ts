import { balance as figuresOf, type SkuClass } from '../../domain/balance.ts';
import { everyone, statusOf, type Check } from '../../domain/reconcile.ts';
import type { Products } from '../../domain/products.ts';
import type { Instant, ResourceName, Sku, SkuId } from '../../domain/records.ts';
import { resourceNames } from '../../domain/records.ts';
import { nameOf, type ConnectedTenant } from '../../store/connections.ts';
import type { Store } from '../../store/open.ts';
import { generationAt, linesOf, skusOf, type Generation, type Line } from '../../store/read-balance.ts';
import type { BalanceLine, BalanceRequest, ResourceAge } from '../contract/balance.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed, tenantsNamed } from './find.ts';
import { endOf } from './moments.ts';

/** The balance of one tenant or all: tenants by name, products in root collation order, then by id. */
export async function balance(
  context: OperationsContext,
  request: BalanceRequest,
): Promise<readonly BalanceLine[]> {
  const { store } = context;
  const products = await context.products();
  const lines: BalanceLine[] = [];
  for (const { connected, generation } of await generationsAsked(store, request)) {
    const skus = await skusOf(generation, store);
    const ofTenant = (await linesOf(generation, store)).map((line) =>
      balanceLine(line, connected, generation, products, skus),
    );
    lines.push(...ofTenant.sort(byProduct));
  }
  return lines;
}

/** How old each resource of a tenant is, and why one could not be read. */
export async function resources(context: OperationsContext, tenant: string): Promise<readonly ResourceAge[]> {
  const { tenant: found } = await tenantNamed(context.store, tenant);
  const generation = await generationAt(found.tenantId, context.store);
  return generation ? resourceAges(generation) : [];
}

/** How old each resource of a generation is. */
export function resourceAges({ resources: states }: Generation): readonly ResourceAge[] {
  return resourceNames.map((resource: ResourceName) => {
    const { state, readAt, reason } = states[resource];
    return { resource, state, readAt, reason };
  });
}

/**
 * The published state of each tenant asked for, now or at an instant; tenants without one are left out.
 * @throws Refusal when nothing is as old as that.
 */
export async function generationsAsked(
  store: Store,
  { tenant, at }: BalanceRequest,
): Promise<readonly { readonly connected: ConnectedTenant; readonly generation: Generation }[]> {
  const instant = at === undefined ? undefined : endOf(at);
  const found = [];
  for (const connected of await tenantsNamed(store, tenant)) {
    const generation = await generationAt(connected.tenant.tenantId, store, instant);
    if (generation) found.push({ connected, generation });
  }
  if (found.length > 0 || at === undefined) return found;
  throw new Refusal(
    'wrong-input',
    `Nothing was collected by ${at} yet. \`seatledger runs\` shows when the first run was.`,
  );
}

/** A line with its figures, its name and its age. */
export function balanceLine(
  line: Line,
  { tenant }: ConnectedTenant,
  generation: Generation,
  products: Products,
  skus: ReadonlyMap<SkuId, Sku>,
): BalanceLine {
  const skuClass = line.class as SkuClass;
  const figures = figuresOf({
    class: skuClass,
    enabled: line.enabled,
    warning: line.warning,
    suspended: line.suspended,
    lockedOut: line.lockedOut,
    consumed: line.consumed,
    counted: line.counted,
  });
  const sku = {
    id: line.skuId,
    partNumber: line.skuPartNumber,
    servicePlans: skus.get(line.skuId)?.servicePlans ?? [],
  };
  const product = products.product(sku);
  return {
    tenantId: generation.tenantId,
    tenantName: nameOf(tenant),
    skuId: line.skuId,
    skuPartNumber: line.skuPartNumber ?? product.partNumber,
    productName: product.name,
    class: skuClass,
    appliesTo: line.appliesTo,
    capabilityStatus: line.capabilityStatus,
    ...figures,
    status: statusOf(skuClass, checksOf(line, generation)),
    asOf: asOf(generation),
    runId: generation.runId,
  };
}

/** All four proofs of a line: R4 is the tenant's and stands with the run. */
export function checksOf(line: Line, { resources: { users } }: Generation): readonly Check[] {
  return [...line.checks, everyone({ read: users.rows, directory: users.count })];
}

/** The older of the reads of products and users; of the one that was read while the other never was. */
export function asOf({ resources: { skus, users } }: Generation): Instant | null {
  if (skus.readAt === null || users.readAt === null) return skus.readAt ?? users.readAt;
  return skus.readAt < users.readAt ? skus.readAt : users.readAt;
}

const collator = new Intl.Collator('und');

function byProduct(a: BalanceLine, b: BalanceLine): number {
  return collator.compare(a.productName, b.productName) || (a.skuId < b.skuId ? -1 : 1);
}
