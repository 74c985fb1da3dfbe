import type { Check } from '../../domain/reconcile.ts';
import type { Subscription } from '../../domain/records.ts';
import {
  linesOf,
  sourcesOf,
  subscriptionsOf,
  waitingFor,
  type Generation,
  type Line,
} from '../../store/read-balance.ts';
import type { ConnectedTenant } from '../../store/connections.ts';
import type {
  Check as CheckAnswer,
  Explanation,
  ExplainRequest,
  SubscriptionLine,
} from '../contract/balance.ts';
import { balanceLine, checksOf, generationsAsked, resourceAges } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { refuseSku, skuIdsNamed } from './find.ts';
import { productNames } from './product-names.ts';

/** How the figures of a SKU come about, for each tenant that has it. */
export async function explain(
  context: OperationsContext,
  request: ExplainRequest,
): Promise<readonly Explanation[]> {
  const { store } = context;
  const products = await context.products();
  const explanations: Explanation[] = [];
  for (const { connected, generation } of await generationsAsked(context, request)) {
    const skuIds = await skuIdsNamed(generation.tenantId, store, products, request.sku);
    const lines = (await linesOf(generation, store)).filter((line) => skuIds.includes(line.skuId));
    for (const line of lines) explanations.push(await explanationOf(context, connected, generation, line));
  }
  return explanations.length > 0 ? explanations : refuseSku(request.sku);
}

async function explanationOf(
  context: OperationsContext,
  connected: ConnectedTenant,
  generation: Generation,
  line: Line,
): Promise<Explanation> {
  const { store } = context;
  const purchases = await subscriptionsOf(generation, store);
  const product = await productNames(context, generation);
  return {
    line: balanceLine(line, connected, generation, product(line.skuId)),
    subscriptions: purchases.filter((purchase) => purchase.skuId === line.skuId).map(subscriptionLine),
    checks: checksOf(line, generation).map(checkAnswer),
    resources: [...resourceAges(generation)],
    sources: await sourcesOf(generation, store, line.skuId),
    waiting: await waitingFor(generation, store, line.skuId),
  };
}

/** What each proof compares. */
export const titles: Readonly<Record<Check['id'], string>> = {
  R1: 'Subscriptions add up to the units',
  R2: 'People counted equal the units that Microsoft says are consumed',
  R3: 'Active assignments equal the people counted',
  R4: 'People read equal the number that the directory counts',
};

function checkAnswer(check: Check): CheckAnswer {
  return { ...check, title: titles[check.id] };
}

/** The next date of an enabled purchase is a renewal; of one in grace, suspended or on trial it is an expiry. */
export function subscriptionLine(purchase: Subscription): SubscriptionLine {
  const { id, status, totalLicenses, isTrial, createdAt, nextLifecycleAt } = purchase;
  const renews = status?.toLowerCase() === 'enabled' && isTrial !== true;
  const lifecycle = nextLifecycleAt === null ? null : renews ? 'renewal' : 'expiry';
  return { id, status, totalLicenses, isTrial, createdAt, nextLifecycleAt, lifecycle };
}
