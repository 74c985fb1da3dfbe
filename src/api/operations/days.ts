import { instant } from '../../domain/instants.ts';
import type { GroupId, Instant, SkuId, Source, TenantId } from '../../domain/records.ts';
import { generationAt } from '../../store/read-balance.ts';
import { countsByDay, unitChanges, type Bought, type DayCount } from '../../store/read-history.ts';
import { lastEntryBy, spanOf } from '../../store/read-ledger.ts';
import { groupNames } from '../../store/read-people.ts';
import type { DayOfSku, DaysRequest, LedgerDay } from '../contract/history.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed } from './find.ts';
import { endOf, startOf } from './moments.ts';
import { productNames } from './product-names.ts';

const dayMs = 24 * 60 * 60 * 1000;
const standardDays = 31;
/** Thirteen months: what a person looks at, and what is summed up within a second even of a busy tenant. */
const mostDays = 400;
const mostGroups = 5;

/**
 * What changed in a tenant on each day that has entries, newest first. Each assigned seat counts once: as direct where it
 * was given directly too, else for the first of its groups.
 * @throws Refusal for more than 400 days
 */
export async function ledgerDays(
  context: OperationsContext,
  request: DaysRequest,
): Promise<readonly LedgerDay[]> {
  const { store } = context;
  const { tenantId } = (await tenantNamed(context, request.tenant)).tenant;
  const generation = await generationAt(tenantId, store);
  if (!generation) return [];
  const span = await spanOf(tenantId, store, await rangeOf(context, tenantId, request));
  if (span.last < span.first) return [];
  const counts = await countsByDay(tenantId, store, span);
  const bought = await unitChanges(tenantId, store, span);
  const groupIds = counts.flatMap(({ sources }) => groupOf(sources) ?? []);
  const names: Names = {
    product: await productNames(context, generation),
    groups: await groupNames(tenantId, store, [...new Set(groupIds)]),
  };
  const days = [...Map.groupBy(counts, ({ day }) => day)].sort(([a], [b]) => (a < b ? 1 : -1));
  return days.map(([day, ofDay]) =>
    dayOf(
      day,
      ofDay,
      bought.filter((one) => one.day === day),
      names,
    ),
  );
}

type Names = {
  readonly product: Awaited<ReturnType<typeof productNames>>;
  readonly groups: ReadonlyMap<GroupId, string>;
};

async function rangeOf(
  { store }: OperationsContext,
  tenantId: TenantId,
  request: DaysRequest,
): Promise<{ readonly from: Instant; readonly to: Instant }> {
  const last = await lastEntryBy(tenantId, store, '9999');
  const to = request.to === undefined ? endOf(last?.at.slice(0, 10) ?? '9999-12-31') : endOf(request.to);
  const from =
    request.from === undefined
      ? startOf(instant(new Date(Date.parse(to) - (standardDays - 1) * dayMs)).slice(0, 10))
      : startOf(request.from);
  if (Date.parse(to) - Date.parse(from) <= mostDays * dayMs) return { from, to };
  throw new Refusal('wrong-input', `At most ${mostDays} days are summed up at once; ask for fewer.`);
}

function dayOf(day: string, counts: readonly DayCount[], bought: readonly Bought[], names: Names): LedgerDay {
  const total = (kind?: string) =>
    counts.reduce((sum, row) => (kind === undefined || row.kind === kind ? sum + row.count : sum), 0);
  return {
    day,
    entries: total(),
    firstSequence: Math.min(...counts.map(({ first }) => first)),
    lastSequence: Math.max(...counts.map(({ last }) => last)),
    usersAdded: total('user-added'),
    usersRemoved: total('user-removed'),
    usersChanged: total('user-changed'),
    opening: counts.some(({ kind }) => kind === 'opened'),
    skus: [...skusOf(counts, bought, names)],
  };
}

/** The SKUs of which seats or units changed, those with the most changes first. */
function skusOf(counts: readonly DayCount[], bought: readonly Bought[], names: Names): readonly DayOfSku[] {
  const bySku = Map.groupBy(counts, ({ skuId }) => skuId);
  return [...bySku]
    .flatMap(([skuId, ofSku]) => (skuId === null ? [] : daysOfSku(skuId, ofSku, bought, names)))
    .sort((a, b) => b.assigned + b.removed - (a.assigned + a.removed) || (a.skuId < b.skuId ? -1 : 1));
}

function daysOfSku(
  skuId: SkuId,
  counts: readonly DayCount[],
  bought: readonly Bought[],
  names: Names,
): readonly DayOfSku[] {
  const total = (kind: string) => counts.reduce((sum, row) => (row.kind === kind ? sum + row.count : sum), 0);
  const [assigned, removed] = [total('seat-assigned'), total('seat-removed')];
  const units = boughtOf(bought.filter((one) => one.skuId === skuId));
  if (assigned === 0 && removed === 0 && units === null) return [];
  const given = counts.filter(({ kind }) => kind === 'seat-assigned');
  return [
    {
      skuId,
      productName: names.product(skuId).productName,
      assigned,
      removed,
      byGroup: [...byGroup(given, names)],
      direct: given.reduce((sum, { sources, count }) => (isDirect(sources) ? sum + count : sum), 0),
      bought: units,
    },
  ];
}

function byGroup(given: readonly DayCount[], { groups }: Names): DayOfSku['byGroup'] {
  const counts = new Map<GroupId, number>();
  for (const { sources, count } of given) {
    const groupId = groupOf(sources);
    if (groupId && !isDirect(sources)) counts.set(groupId, (counts.get(groupId) ?? 0) + count);
  }
  return [...counts]
    .map(([groupId, assigned]) => ({ groupId, groupName: groups.get(groupId) ?? null, assigned }))
    .sort((a, b) => b.assigned - a.assigned || (a.groupId < b.groupId ? -1 : 1))
    .slice(0, mostGroups);
}

function sourcesOf(json: string | null): readonly Source[] {
  return json === null ? [] : (JSON.parse(json) as readonly Source[]);
}

function isDirect(sources: string | null): boolean {
  return sourcesOf(sources).some(({ kind }) => kind === 'direct');
}

function groupOf(sources: string | null): GroupId | null {
  const first = sourcesOf(sources).find((source) => source.kind === 'group');
  return first?.groupId ?? null;
}

/** By how much the purchased units changed in all; null where none did, or where it is not known. */
function boughtOf(changes: readonly Bought[]): number | null {
  const differences = changes.flatMap(({ before, after }) => {
    const [was, is] = [before, after].map((json) => (JSON.parse(json) as { enabled?: unknown }).enabled);
    return typeof was === 'number' && typeof is === 'number' ? is - was : [];
  });
  return differences.length === 0 ? null : differences.reduce((sum, one) => sum + one, 0);
}
