import { sql } from 'kysely';
import type { Fields } from '../domain/ledger.ts';
import type { TenantId } from '../domain/records.ts';
import type { Store } from './open.ts';
import { entryHash } from './publish/chain.ts';
import { generationAt, linesOf, type Generation } from './read-balance.ts';
import { entries } from './read-ledger.ts';
import { people } from './read-people.ts';
import { asCollected, fingerprint } from './rows.ts';
import type { EntryRow } from './tables.ts';

/** The result of a replay: how much was replayed, and the first place that does not agree. */
export type Verified = {
  readonly entries: number;
  readonly generations: number;
  /** Hash of the last entry. */
  readonly head: string | null;
  readonly difference: { readonly sequence: number | null; readonly what: string } | null;
};

/**
 * Replays the ledger of a tenant and holds it against the published state: the chain of hashes, the sum of its
 * entries against seats and balance lines, and every user against its fingerprint.
 */
export async function verify(tenantId: TenantId, store: Store): Promise<Verified> {
  const replay = await replayEntries(tenantId, store);
  const generation = await generationAt(tenantId, store);
  const { count, head } = replay;
  const result = { entries: count, generations: generation?.number ?? 0, head };
  if (replay.difference || !generation) return { ...result, difference: replay.difference };
  const what =
    missingTail(generation, head) ??
    (await firstSeatDifference(tenantId, store, replay.seats)) ??
    (await firstUnmatchedGeneration(tenantId, store, generation)) ??
    (await firstLineDifference(generation, store, replay)) ??
    (await firstChangedUser(generation, store));
  return { ...result, difference: what === null ? null : { sequence: null, what } };
}

function missingTail({ number, ledgerHead }: Generation, head: string | null): string | null {
  if (ledgerHead === head) return null;
  return `the ledger does not end with the entry that generation ${number} left as its last: entries are missing at its end`;
}

type Replay = {
  count: number;
  head: string | null;
  readonly seats: Map<string, number>;
  readonly units: Map<string, Fields>;
  difference: { readonly sequence: number; readonly what: string } | null;
};

async function replayEntries(tenantId: TenantId, store: Store): Promise<Replay> {
  const replay: Replay = { count: 0, head: null, seats: new Map(), units: new Map(), difference: null };
  for await (const page of entries(tenantId, store)) {
    for (const entry of page) {
      const what = faultOf(entry, replay) ?? apply(entry, replay);
      if (what) {
        replay.difference = { sequence: entry.sequence, what };
        return replay;
      }
      replay.count += 1;
      replay.head = entry.hash;
    }
  }
  return replay;
}

function faultOf(entry: EntryRow, replay: Replay): string | null {
  if (entry.sequence !== replay.count + 1) {
    return `entry ${replay.count + 1} is missing: the next one is ${entry.sequence}`;
  }
  if (entry.previousHash !== (replay.head ?? '')) return 'the entry is not chained to the one before it';
  if (entry.hash !== entryHash(entry)) return 'the entry was changed after it was written';
  return null;
}

/** Adds an entry to the sums; says what is wrong when it does not follow from those before. */
function apply(entry: EntryRow, replay: Replay): string | null {
  const { kind, skuId } = entry;
  if (skuId === null) return null;
  const before = fieldsOf(entry.before);
  const after = fieldsOf(entry.after);
  if (kind === 'opened') {
    const { seats, ...units } = after;
    if (typeof seats === 'number') replay.seats.set(skuId, (replay.seats.get(skuId) ?? 0) + seats);
    if (Object.keys(units).length > 0) replay.units.set(skuId, units);
  }
  if (kind === 'seat-assigned') replay.seats.set(skuId, (replay.seats.get(skuId) ?? 0) + 1);
  if (kind === 'seat-removed') replay.seats.set(skuId, (replay.seats.get(skuId) ?? 0) - 1);
  if (kind === 'sku-added') replay.units.set(skuId, after);
  if (kind === 'sku-removed') replay.units.delete(skuId);
  if (kind !== 'units-changed' && kind !== 'consumed-changed') return null;
  const units = replay.units.get(skuId) ?? {};
  const name = Object.keys(before).find((field) => (units[field] ?? null) !== before[field]);
  if (name)
    return `it says that ${name} was ${String(before[name])}, and the entries before it say ${String(units[name])}`;
  replay.units.set(skuId, { ...units, ...after });
  return null;
}

async function firstSeatDifference(
  tenantId: TenantId,
  store: Store,
  replayed: ReadonlyMap<string, number>,
): Promise<string | null> {
  const { rows } = await sql<{ skuId: string; count: number }>`select sku_id, count(*) as count from seat
    where tenant_id = ${tenantId} and closed_in is null group by sku_id order by sku_id`.execute(store.db);
  const held = new Map(rows.map((row) => [row.skuId, row.count]));
  for (const skuId of new Set([...held.keys(), ...replayed.keys()])) {
    const [kept, sum] = [held.get(skuId) ?? 0, replayed.get(skuId) ?? 0];
    if (kept !== sum) return `${kept} seats of ${skuId} are kept, and the ledger adds up to ${sum}`;
  }
  return null;
}

/** Every generation opened and closed as many seats as its entries say. */
async function firstUnmatchedGeneration(
  tenantId: TenantId,
  store: Store,
  { resources }: Generation,
): Promise<string | null> {
  const opening = resources.users.openedIn ?? 0;
  const { rows } = await sql<{ generation: number; kept: number; said: number }>`
    select generation, cast(sum(kept) as bigint) as kept, cast(sum(said) as bigint) as said from (
      select opened_in as generation, count(*) as kept, 0 as said from seat
        where tenant_id = ${tenantId} and opened_in > ${opening} group by opened_in
      union all
      select closed_in as generation, count(*) as kept, 0 as said from seat
        where tenant_id = ${tenantId} and closed_in is not null group by closed_in
      union all
      select generation, 0 as kept, sum(case when kind = 'seat-changed' then 2 else 1 end) as said from entry
        where tenant_id = ${tenantId} and kind in ('seat-assigned', 'seat-removed', 'seat-changed') group by generation
    ) as versions group by generation order by generation`.execute(store.db);
  const odd = rows.find((row) => row.kept !== row.said);
  return odd
    ? `generation ${odd.generation} opened and closed ${odd.kept} versions of seats, and its entries say ${odd.said}`
    : null;
}

const unitNames = ['enabled', 'warning', 'suspended', 'lockedOut', 'consumed'] as const;

async function firstLineDifference(
  generation: Generation,
  store: Store,
  replay: Replay,
): Promise<string | null> {
  const lines = await linesOf(generation, store);
  const listed = new Set<string>(lines.map((line) => line.skuId));
  const held = [...replay.seats].filter(([, seats]) => seats > 0).map(([skuId]) => skuId);
  const missing = [...replay.units.keys(), ...held].find((skuId) => !listed.has(skuId));
  if (missing) return `the balance of ${missing} is missing, and the ledger has it`;
  for (const line of lines) {
    const seats = replay.seats.get(line.skuId) ?? 0;
    if (line.counted !== null && line.counted !== seats) {
      return `the balance of ${line.skuId} counts ${line.counted}, and the ledger adds up to ${seats}`;
    }
    const units = replay.units.get(line.skuId) ?? {};
    const name = unitNames.find((unit) => (line[unit] ?? null) !== (units[unit] ?? null));
    if (name) {
      return `the balance of ${line.skuId} says ${name} ${String(line[name])}, and the ledger ${JSON.stringify(units[name] ?? null)}`;
    }
  }
  return null;
}

async function firstChangedUser(
  { tenantId, resources: { users } }: Generation,
  store: Store,
): Promise<string | null> {
  let kept = 0;
  for await (const page of people(tenantId, store)) {
    kept += page.length;
    const hashes = await storedHashes(
      tenantId,
      store,
      page.map((user) => user.id),
    );
    const changed = page.find((user) => hashes.get(user.id) !== fingerprint(asCollected(user)));
    if (changed) return `user ${changed.id} or one of its seats was changed after it was collected`;
  }
  return users.rows !== null && users.rows !== kept
    ? `${kept} users are kept, and ${users.rows} were collected`
    : null;
}

async function storedHashes(
  tenantId: TenantId,
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await store.db
    .selectFrom('user')
    .select(['id', 'hash'])
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.hash]));
}

function fieldsOf(json: string | null): Fields {
  return json === null ? {} : (JSON.parse(json) as Fields);
}
