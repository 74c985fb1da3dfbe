import type { Check } from '../../domain/reconcile.ts';
import { linesOf, subscriptionsOf, type Generation } from '../../store/read-balance.ts';
import { lastEntryBy } from '../../store/read-ledger.ts';
import { firstPublishedAt } from '../../store/read-runs.ts';
import type { CheckSummary, DatedSubscription, HeldChange, Overview } from '../contract/overview.ts';
import { everyoneCheck, generationsAsked, resourceAges } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { subscriptionLine, titles } from './explain.ts';
import { tenantNamed } from './find.ts';
import { heldOf } from './held.ts';
import { productNames } from './product-names.ts';
import { tenantAnswer } from './tenants.ts';

/**
 * What stands around the balance of a tenant, now or at an instant. What is held is what is held still, as far as it was
 * held by then: of what was decided since nothing is kept.
 * @throws Refusal when nothing is as old as that
 */
export async function overview(
  context: OperationsContext,
  request: { readonly tenant: string; readonly at?: string },
): Promise<Overview> {
  const connected = await tenantNamed(context, request.tenant);
  const { tenantId } = connected.tenant;
  const [asked] = await generationsAsked(context, request);
  const generation = asked?.generation ?? null;
  const held = await heldOf(context, tenantId);
  const head = generation && (await lastEntryBy(tenantId, context.store, generation.publishedAt));
  return {
    tenant: await tenantAnswer(context, connected),
    generation: generation && {
      number: generation.number,
      runId: generation.runId,
      publishedAt: generation.publishedAt,
    },
    firstAt: await firstPublishedAt(tenantId, context.store),
    resources: generation ? [...resourceAges(generation)] : [],
    checks: generation ? [...(await checksIn(context, generation))] : [],
    subscriptions: generation ? [...(await subscriptionsIn(context, generation))] : [],
    held: request.at === undefined ? [...held] : heldBy(held, generation),
    ledger: { entries: head?.sequence ?? 0, head: head?.hash ?? null },
  };
}

function heldBy(held: readonly HeldChange[], generation: Generation | null): HeldChange[] {
  return held.filter(({ heldAt }) => generation !== null && heldAt <= generation.publishedAt);
}

/** R1 to R3 count products; R4 is the tenant's and counts once. */
async function checksIn(
  { store }: OperationsContext,
  generation: Generation,
): Promise<readonly CheckSummary[]> {
  const checks = (await linesOf(generation, store)).flatMap((line) => line.checks);
  const all = [...checks, everyoneCheck(generation)];
  return (Object.keys(titles) as Check['id'][]).map((id) => {
    const count = (result: Check['result']) =>
      all.filter((check) => check.id === id && check.result === result).length;
    return {
      id,
      title: titles[id],
      equal: count('equal'),
      explained: count('explained'),
      open: count('open'),
      unknown: count('unknown'),
    };
  });
}

/** The purchases by their next date, those without one last. */
async function subscriptionsIn(
  context: OperationsContext,
  generation: Generation,
): Promise<readonly DatedSubscription[]> {
  const product = await productNames(context, generation);
  const purchases = await subscriptionsOf(generation, context.store);
  return purchases
    .map((purchase) => ({
      ...subscriptionLine(purchase),
      skuId: purchase.skuId,
      productName: purchase.skuId && product(purchase.skuId).productName,
    }))
    .sort((a, b) => {
      const [first, second] = [a, b].map(({ nextLifecycleAt, id }) => `${nextLifecycleAt ?? '~'} ${id}`);
      return (first ?? '') < (second ?? '') ? -1 : 1;
    });
}
