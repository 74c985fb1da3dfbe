import type { GroupId, LicenseGroup, SkuId, Source } from '../../domain/records.ts';
import { seatsBySources, skusOf, waitingIn, type Generation } from '../../store/read-balance.ts';
import { groupsGiving, groupsNamed } from '../../store/read-groups.ts';
import type { SkuGroup, SkuPlan } from '../contract/history.ts';
import { generationsAsked } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { refuseSku, skuIdsNamed } from './find.ts';

/** Which SKU of which tenant, at which instant; now without one. */
export type SkuRequest = { readonly tenant: string; readonly sku: string; readonly at?: string };

/** The groups that give a SKU, and those through which it is held or waited for all the same; most holders first. */
export async function skuGroups(
  context: OperationsContext,
  request: SkuRequest,
): Promise<readonly SkuGroup[]> {
  const { store } = context;
  const { generation, skuId } = await skuAsked(context, request);
  const holders = await holdersByGroup(generation, context, skuId);
  const waiting = await waitingByGroup(generation, context, skuId);
  const giving = await groupsGiving(generation, store, skuId);
  const known = new Set(giving.map(({ id }) => id));
  const others = [...new Set([...holders.keys(), ...waiting.keys()])].filter((id) => !known.has(id));
  const listed = new Map(
    [...giving, ...(await groupsNamed(generation, store, others))].map((one) => [one.id, one]),
  );
  return [...known, ...others]
    .map((id) => groupAnswer(id, listed.get(id), holders.get(id) ?? none, waiting.get(id) ?? 0))
    .sort((a, b) => b.holders - a.holders || (a.id < b.id ? -1 : 1));
}

/** The service plans inside a SKU, by name. */
export async function skuPlans(context: OperationsContext, request: SkuRequest): Promise<readonly SkuPlan[]> {
  const { generation, skuId } = await skuAsked(context, request);
  const products = await context.products();
  const plans = (await skusOf(generation, context.store)).get(skuId)?.servicePlans ?? [];
  const collator = new Intl.Collator('und');
  return plans
    .map(({ id, name, appliesTo, provisioningStatus }) => ({
      id,
      name: products.planName(id) ?? name ?? id,
      appliesTo,
      provisioningStatus,
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** @throws Refusal when the tenant has no such SKU, or nothing is as old as that. */
async function skuAsked(
  context: OperationsContext,
  request: SkuRequest,
): Promise<{ readonly generation: Generation; readonly skuId: SkuId }> {
  const [asked] = await generationsAsked(context, request);
  if (!asked) return refuseSku(request.sku);
  const { generation } = asked;
  const products = await context.products();
  const [skuId] = await skuIdsNamed(generation.tenantId, context.store, products, request.sku);
  return skuId === undefined ? refuseSku(request.sku) : { generation, skuId };
}

type Holders = Pick<SkuGroup, 'holders' | 'alsoOtherwise'>;
const none: Holders = { holders: 0, alsoOtherwise: 0 };

async function holdersByGroup(
  generation: Generation,
  { store }: OperationsContext,
  skuId: SkuId,
): Promise<ReadonlyMap<GroupId, Holders>> {
  const counts = new Map<GroupId, Holders>();
  for (const { sources: json, count } of await seatsBySources(generation, store, skuId)) {
    const sources = JSON.parse(json) as readonly Source[];
    for (const source of sources) {
      if (source.kind === 'direct') continue;
      const { holders, alsoOtherwise } = counts.get(source.groupId) ?? none;
      counts.set(source.groupId, {
        holders: holders + count,
        alsoOtherwise: alsoOtherwise + (sources.length > 1 ? count : 0),
      });
    }
  }
  return counts;
}

async function waitingByGroup(
  generation: Generation,
  { store }: OperationsContext,
  skuId: SkuId,
): Promise<ReadonlyMap<GroupId, number>> {
  const counts = new Map<GroupId, number>();
  for (const waiting of await waitingIn(generation, store)) {
    const groups = waiting.flatMap((one) =>
      one.skuId === skuId && one.error !== null && one.source.kind === 'group' ? one.source.groupId : [],
    );
    for (const id of new Set(groups)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function groupAnswer(
  id: GroupId,
  group: LicenseGroup | undefined,
  holders: Holders,
  waiting: number,
): SkuGroup {
  return {
    id,
    name: group?.displayName ?? null,
    ...holders,
    waiting,
    hasMembersWithErrors: group?.hasMembersWithErrors ?? false,
    processingState: group?.processingState ?? null,
  };
}
