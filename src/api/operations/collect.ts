import type { CollectOutcome } from '../../collect/collect.ts';
import type { CollectProgress } from '../../collect/read-tenant.ts';
import type { TenantId } from '../../domain/records.ts';
import { nameOf, type ConnectedTenant } from '../../store/connections.ts';
import { lockForWriting } from '../../store/open.ts';
import { generationAt, linesOf, type Generation } from '../../store/read-balance.ts';
import { entries, entryCounts } from '../../store/read-ledger.ts';
import type { CollectAnswer, CollectRequest, Progress, Run, SkuChange } from '../contract/runs.ts';
import { Refusal } from '../contract/refusal.ts';
import { balance } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';
import { newestRun } from './runs.ts';

/** Collects one tenant by name, or all that are not paused, one after the other. */
export async function collect(
  context: OperationsContext,
  request: CollectRequest,
  report: (progress: Progress) => void,
): Promise<readonly CollectAnswer[]> {
  lockForWriting(context.store);
  await context.vault();
  const answers: CollectAnswer[] = [];
  for (const connected of await tenantsToCollect(context, request.tenant)) {
    const { tenantId } = connected.tenant;
    report({ type: 'tenant', tenantId, tenantName: nameOf(connected.tenant) });
    const outcome = await context.collect(connected, {
      acceptHeld: request.acceptHeld ?? false,
      started: ({ id, startedAt }) =>
        report({ type: 'run', run: justStarted(tenantId, id, startedAt.toISOString()) }),
      report: (progress) => report(progressAnswer(progress)),
    });
    answers.push(await collectAnswer(context, connected, outcome));
  }
  return answers;
}

async function tenantsToCollect(
  context: OperationsContext,
  text: string | undefined,
): Promise<readonly ConnectedTenant[]> {
  const found = await tenantsNamed(context, text);
  if (found.length === 0) {
    throw new Refusal('wrong-input', 'No tenant is connected yet. First: seatledger connect');
  }
  const active = found.filter(({ tenant }) => tenant.paused === 0);
  if (active.length > 0) return active;
  const names = found.map(({ tenant }) => nameOf(tenant)).join(', ');
  throw new Refusal('wrong-input', `${names}: paused. First: seatledger tenants resume "${text ?? 'NAME'}"`);
}

function justStarted(tenantId: TenantId, id: string, startedAt: string): Run {
  return { tenantId, id, state: 'running', startedAt, endedAt: null, requests: 0, throttled: 0 };
}

function progressAnswer(progress: CollectProgress): Progress {
  return progress.type === 'waiting' ? { ...progress, until: progress.until.toISOString() } : progress;
}

async function collectAnswer(
  context: OperationsContext,
  { tenant }: ConnectedTenant,
  { run, outcome, reason }: CollectOutcome,
): Promise<CollectAnswer> {
  const { tenantId } = tenant;
  const published = outcome === 'published' || outcome === 'partial';
  const generation = await generationAt(tenantId, context.store);
  const nothing = { added: 0, removed: 0, changed: 0, skus: [], entries: 0 };
  const changes = published && generation ? await changesIn(context, tenantId, generation) : nothing;
  const { added, removed, changed, skus, entries: written } = changes;
  return {
    tenantId,
    tenantName: nameOf(await currentName(context, tenantId)),
    run: await newestRun(context, tenantId),
    outcome,
    reason,
    opening: published && run.generation === 1,
    users: { total: generation?.resources.users.rows ?? 0, added, removed, changed },
    seats: generation ? await countSeats(context, generation) : 0,
    skus: [...skus],
    entries: written,
  };
}

async function currentName(context: OperationsContext, tenantId: TenantId) {
  const [found] = await tenantsNamed(context, tenantId);
  return found?.tenant ?? { name: null, displayName: null, domain: null, tenantId };
}

async function countSeats({ store }: OperationsContext, generation: Generation): Promise<number> {
  return (await linesOf(generation, store)).reduce((sum, line) => sum + (line.counted ?? 0), 0);
}

async function changesIn(context: OperationsContext, tenantId: TenantId, generation: Generation) {
  const counts = await entryCounts(tenantId, context.store, generation.number);
  const total = (kind: string) => counts.reduce((sum, row) => (row.kind === kind ? sum + row.count : sum), 0);
  return {
    added: total('user-added'),
    removed: total('user-removed'),
    changed: total('user-changed'),
    skus: await skuChanges(context, tenantId, generation, counts),
    entries: counts.reduce((sum, row) => sum + row.count, 0),
  };
}

async function skuChanges(
  context: OperationsContext,
  tenantId: TenantId,
  generation: Generation,
  counts: Awaited<ReturnType<typeof entryCounts>>,
): Promise<readonly SkuChange[]> {
  const kinds = ['seat-assigned', 'seat-removed', 'units-changed'];
  const touched = [...new Set(counts.filter(({ kind }) => kinds.includes(kind)).map(({ skuId }) => skuId))];
  if (touched.length === 0) return [];
  const names = new Map(
    (await balance(context, { tenant: tenantId })).map((line) => [line.skuId, line.productName]),
  );
  const bought = counts.some(({ kind }) => kind === 'units-changed')
    ? await boughtIn(context, tenantId, generation)
    : new Map<string, number>();
  return touched.flatMap((skuId) => {
    if (skuId === null) return [];
    const count = (kind: string) =>
      counts.find((row) => row.kind === kind && row.skuId === skuId)?.count ?? 0;
    return {
      skuId,
      productName: names.get(skuId) ?? skuId,
      assigned: count('seat-assigned'),
      removed: count('seat-removed'),
      bought: bought.get(skuId) ?? null,
    };
  });
}

/** By how much the purchased units changed in a generation; only where both counts are known. */
async function boughtIn(
  { store }: OperationsContext,
  tenantId: TenantId,
  generation: Generation,
): Promise<ReadonlyMap<string, number>> {
  const bought = new Map<string, number>();
  const filter = { from: generation.publishedAt, to: generation.publishedAt };
  for await (const page of entries(tenantId, store, filter)) {
    for (const { kind, skuId, before, after } of page) {
      if (kind !== 'units-changed' || skuId === null || before === null || after === null) continue;
      const [was, is] = [before, after].map(
        (json) => (JSON.parse(json) as { enabled?: number | null }).enabled,
      );
      if (typeof was === 'number' && typeof is === 'number') bought.set(skuId, is - was);
    }
  }
  return bought;
}
