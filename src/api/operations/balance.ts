import { balance as figuresOf, type SkuClass } from '../../domain/balance.ts';
import { everyone, statusOf, type Check } from '../../domain/reconcile.ts';
import type { Instant, ResourceName } from '../../domain/records.ts';
import { resourceNames } from '../../domain/records.ts';
import { nameOf, type ConnectedTenant } from '../../store/connections.ts';
import { generationAt, linesOf, type Generation, type Line } from '../../store/read-balance.ts';
import type { BalanceLine, BalanceRequest, ResourceAge } from '../contract/balance.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed, tenantsNamed } from './find.ts';
import { endOf } from './moments.ts';
import { productNames, type ProductName } from './product-names.ts';

/** The balance of one tenant or all: tenants by name, products in root collation order, then by id. */
export async function balance(
  context: OperationsContext,
  request: BalanceRequest,
): Promise<readonly BalanceLine[]> {
  const lines: BalanceLine[] = [];
  for (const { connected, generation } of await generationsAsked(context, request)) {
    const product = await productNames(context, generation);
    const ofTenant = (await linesOf(generation, context.store)).map((line) =>
      balanceLine(line, connected, generation, product(line.skuId)),
    );
    lines.push(...ofTenant.sort(byProduct));
  }
  return lines;
}

/** How old each resource of a tenant is, and why one could not be read. */
export async function resources(context: OperationsContext, tenant: string): Promise<readonly ResourceAge[]> {
  const { tenant: found } = await tenantNamed(context, tenant);
  const generation = await generationAt(found.tenantId, context.store);
  return generation ? resourceAges(generation) : [];
}

/** How old each resource of a generation is. */
export function resourceAges({ resources: states }: Pick<Generation, 'resources'>): readonly ResourceAge[] {
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
  context: OperationsContext,
  { tenant, at }: BalanceRequest,
): Promise<readonly { readonly connected: ConnectedTenant; readonly generation: Generation }[]> {
  const instant = at === undefined ? undefined : endOf(at);
  const found = [];
  for (const connected of await tenantsNamed(context, tenant)) {
    const generation = await generationAt(connected.tenant.tenantId, context.store, instant);
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
  { skuPartNumber, productName }: ProductName,
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
  return {
    tenantId: generation.tenantId,
    tenantName: nameOf(tenant),
    skuId: line.skuId,
    skuPartNumber: line.skuPartNumber ?? skuPartNumber,
    productName,
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
export function checksOf(line: Line, generation: Generation): readonly Check[] {
  return [...line.checks, everyoneCheck(generation)];
}

/** The proof R4, which is the tenant's: the users read are as many as the directory counts. */
export function everyoneCheck({ resources: { users } }: Generation): Check {
  return everyone({ read: users.rows, directory: users.count });
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
