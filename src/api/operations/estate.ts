import { balance, type Figures } from '../../domain/balance.ts';
import { instant } from '../../domain/instants.ts';
import type { TenantId } from '../../domain/records.ts';
import { generationAt } from '../../store/read-balance.ts';
import { nextRenewals, paidLines, paidSeatsAt, type PaidLine } from '../../store/read-estate.ts';
import { countHolds } from '../../store/read-holds.ts';
import type { EstateLine, ProductSum } from '../contract/overview.ts';
import { resourceAges } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';
import { tenantAnswer } from './tenants.ts';

const dayMs = 24 * 60 * 60 * 1000;
const weeks = 12;

/**
 * Every tenant that the caller sees with the sums of its paid products, worst first: over-assigned, then held or refused,
 * in grace, older than a day, and by name. A sum is unknown where one of its figures is.
 */
export async function estate(context: OperationsContext): Promise<readonly EstateLine[]> {
  const { store } = context;
  const tenants = await tenantsNamed(context, undefined);
  const tenantIds = tenants.map(({ tenant }) => tenant.tenantId);
  const now = context.now();
  const lines = Map.groupBy(await paidLines(tenantIds, store), ({ tenantId }) => tenantId);
  const renewals = await nextRenewals(tenantIds, store, instant(now));
  const holds = await countHolds(tenantIds, store);
  const trends = await paidSeatsAt(tenantIds, store, endsOfWeeks(now));
  const answers: EstateLine[] = [];
  for (const connected of tenants) {
    const { tenantId } = connected.tenant;
    const generation = await generationAt(tenantId, store);
    answers.push({
      tenant: await tenantAnswer(context, connected),
      ...sumsOf(generation ? (lines.get(tenantId) ?? []) : null),
      nextRenewal: renewals.get(tenantId) ?? null,
      held: holds.get(tenantId) ?? 0,
      trend: [...(trends.get(tenantId) ?? [])],
      resources: generation ? [...resourceAges(generation)] : [],
    });
  }
  return answers.sort((a, b) => urgency(a, now) - urgency(b, now));
}

/** Each product that is paid for, summed over the tenants that pay for it; by name, then by id. */
export async function productSums(context: OperationsContext): Promise<readonly ProductSum[]> {
  const tenants = await tenantsNamed(context, undefined);
  const tenantIds: readonly TenantId[] = tenants.map(({ tenant }) => tenant.tenantId);
  const products = await context.products();
  const bySku = Map.groupBy(await paidLines(tenantIds, context.store), ({ skuId }) => skuId);
  const collator = new Intl.Collator('und');
  return [...bySku]
    .map(([id, lines]) => {
      const partNumber = lines.find((line) => line.skuPartNumber)?.skuPartNumber ?? null;
      const product = products.product({ id, partNumber, servicePlans: [] });
      const sum = sumsOver(lines.map(figuresOf));
      return {
        skuId: id,
        skuPartNumber: product.partNumber,
        productName: product.name,
        tenants: lines.length,
        enabled: sum('enabled'),
        usable: sum('usable'),
        consumed: sum('consumed'),
        available: sum('available'),
      };
    })
    .sort((a, b) => collator.compare(a.productName, b.productName) || (a.skuId < b.skuId ? -1 : 1));
}

type Sums = Pick<
  EstateLine,
  'products' | 'purchased' | 'usable' | 'assigned' | 'available' | 'over' | 'overAssigned' | 'inGrace'
>;

/** Null stands for a tenant that was never collected, of which no sum is known. */
function sumsOf(lines: readonly PaidLine[] | null): Sums {
  const figures = (lines ?? []).map(figuresOf);
  const sum = lines ? sumsOver(figures) : () => null;
  return {
    products: figures.length,
    purchased: sum('enabled'),
    usable: sum('usable'),
    assigned: sum('consumed'),
    available: sum('available'),
    over: sum('over'),
    overAssigned: figures.filter(({ trueOver }) => (trueOver ?? 0) > 0).length,
    inGrace: figures.filter(({ warning }) => (warning ?? 0) > 0).length,
  };
}

function figuresOf(line: PaidLine): Figures {
  return balance({ ...line, class: 'paid' });
}

function sumsOver(figures: readonly Figures[]): (name: keyof Figures) => number | null {
  return (name) =>
    figures.reduce<number | null>((sum, { [name]: figure }) => {
      return sum === null || figure === null ? null : sum + figure;
    }, 0);
}

/** The last one is now. */
function endsOfWeeks(now: Date): readonly string[] {
  return Array.from({ length: weeks }, (_, nth) =>
    instant(new Date(now.getTime() - (weeks - 1 - nth) * 7 * dayMs)),
  );
}

/** The smaller, the sooner a person should look. */
function urgency({ overAssigned, held, inGrace, tenant }: EstateLine, now: Date): number {
  if (overAssigned > 0) return 0;
  if (held > 0 || tenant.state === 'refused') return 1;
  if (inGrace > 0) return 2;
  if (tenant.asOf === null || now.getTime() - Date.parse(tenant.asOf) > dayMs) return 3;
  return 4;
}
