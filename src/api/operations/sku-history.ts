import { balance, type SkuClass } from '../../domain/balance.ts';
import { instant } from '../../domain/instants.ts';
import { versionsOfLine, type DatedLine } from '../../store/read-history.ts';
import type { SkuHistory, SkuPoint } from '../contract/history.ts';
import type { OperationsContext } from './context.ts';
import { refuseSku, skuIdsNamed, tenantNamed } from './find.ts';
import { endOf, startOf } from './moments.ts';

/** Which SKU of which tenant, between which days or instants: the last thirteen months unless given. */
export type SkuHistoryRequest = {
  readonly tenant: string;
  readonly sku: string;
  readonly from?: string;
  readonly to?: string;
};

/** How the figures of a SKU moved: the ones that held at the start, dated so, and a point for each change after it. */
export async function skuHistory(
  context: OperationsContext,
  request: SkuHistoryRequest,
): Promise<SkuHistory> {
  const { tenant } = await tenantNamed(context, request.tenant);
  const { tenantId } = tenant;
  const [skuId] = await skuIdsNamed(tenantId, context.store, await context.products(), request.sku);
  if (skuId === undefined) return refuseSku(request.sku);
  const to = request.to === undefined ? instant(context.now()) : endOf(request.to);
  const from = request.from === undefined ? thirteenMonthsBefore(to) : startOf(request.from);
  const versions = await versionsOfLine(tenantId, context.store, skuId);
  return { tenantId, skuId, from, to, points: [...pointsOf(versions, from, to)] };
}

function thirteenMonthsBefore(to: string): string {
  const date = new Date(to);
  date.setUTCMonth(date.getUTCMonth() - 13);
  return instant(date);
}

function pointsOf(versions: readonly DatedLine[], from: string, to: string): readonly SkuPoint[] {
  const points: SkuPoint[] = [];
  const add = (at: string, figures: Omit<SkuPoint, 'at'>) => {
    const last = points.at(-1);
    if (at <= to && !(last && sameFigures(last, figures)))
      points.push({ at: at < from ? from : at, ...figures });
  };
  for (const [index, version] of versions.entries()) {
    const { closedAt, openedAt } = version;
    if (closedAt !== null && closedAt <= from) continue;
    add(openedAt, figuresOf(version));
    // A SKU that was listed and held no more, until it came back.
    if (closedAt !== null && versions[index + 1]?.openedAt !== closedAt) add(closedAt, unknown);
  }
  return points;
}

const unknown = { enabled: null, usable: null, consumed: null, counted: null };

function figuresOf(line: DatedLine): Omit<SkuPoint, 'at'> {
  // The database keeps only classes that the domain wrote.
  const { enabled, usable, consumed, counted } = balance({ ...line, class: line.class as SkuClass });
  return { enabled, usable, consumed, counted };
}

function sameFigures(a: Omit<SkuPoint, 'at'>, b: Omit<SkuPoint, 'at'>): boolean {
  return (
    a.enabled === b.enabled && a.usable === b.usable && a.consumed === b.consumed && a.counted === b.counted
  );
}
