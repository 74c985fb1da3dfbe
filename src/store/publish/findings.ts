import { sql } from 'kysely';
import type { SkuClass } from '../../domain/balance.ts';
import type { Subject } from '../../domain/findings/finding.ts';
import { rules } from '../../domain/findings/index.ts';
import type { SkuId, UserId } from '../../domain/records.ts';
import type { Value } from '../engines/engine.ts';
import type { Store } from '../open.ts';
import { subjectsOf, type SubjectOfUser } from '../read-subjects.ts';
import type { Run } from '../runs.ts';
import type { FindingRow } from '../tables.ts';

const batch = 1000;

/**
 * Publishes what the rules find about the users that this generation changed, and about all who hold a SKU whose class it
 * changed. To be called in the publishing transaction, after users and balance lines; of a run that changed nothing it
 * writes nothing.
 */
export async function publishFindings(run: Run, store: Store): Promise<void> {
  const classes = await classesOf(run, store);
  const look = createLook((skuId) => classes.now.get(skuId) ?? 'no-subscription');
  for await (const ids of usersOpened(run, store)) await publishFor(run, store, ids, look);
  // The opening has opened all that there are.
  if (run.opensUsers) return;
  for (const skuId of classes.changed) {
    for await (const ids of holders(run, store, skuId)) await publishFor(run, store, ids, look);
  }
  await closeOfDeparted(run, store);
}

type Found = Pick<FindingRow, 'rule' | 'skuId' | 'evidence'>;
type Look = (user: SubjectOfUser) => readonly Found[];

/** What the rules find; for two who look the same it is found once. */
function createLook(classOf: (skuId: SkuId) => SkuClass): Look {
  const known = new Map<string, readonly Found[]>();
  return ({ looks, subject }) => {
    const before = known.get(looks);
    if (before) return before;
    const found = findingsOf(subject(), classOf);
    if (known.size < mostKnown) known.set(looks, found);
    return found;
  };
}

const mostKnown = 10_000;

/** One for each rule and SKU: several sentences about the same stand together. */
function findingsOf(subject: Subject, classOf: (skuId: SkuId) => SkuClass): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { name: rule, find } of rules) {
    for (const { skuId, evidence } of find(subject, { classOf })) {
      const key = `${rule} ${skuId ?? ''}`;
      const before = found.get(key)?.evidence ?? '';
      if (before.includes(evidence)) continue;
      found.set(key, { rule, skuId: skuId ?? '', evidence: before ? `${before} ${evidence}` : evidence });
    }
  }
  return [...found.values()];
}

async function publishFor(run: Run, store: Store, ids: readonly UserId[], look: Look): Promise<void> {
  const subjects = await subjectsOf(run.tenantId, store, ids, run.opensUsers);
  const known = await findingsKnown(run, store, ids);
  const closed: string[] = [];
  const opened: FindingRow[] = [];
  for (const subject of subjects) {
    const { userId } = subject;
    const before = known.get(userId) ?? [];
    const now = look(subject);
    if (same(before, now)) continue;
    if (before.length > 0) closed.push(userId);
    opened.push(...now.map((one) => versionOf(run, userId, one, before)));
  }
  if (closed.length > 0) {
    await store.db
      .updateTable('finding')
      .set({ closedIn: run.generation })
      .where('tenantId', '=', run.tenantId)
      .where('closedIn', 'is', null)
      .where('userId', 'in', closed)
      .execute();
  }
  const rows = opened.map((row) => names.map((name): Value => row[name]));
  await store.engine.insertMany(store.db, 'finding', names, rows);
}

const names = [
  'tenantId',
  'userId',
  'rule',
  'skuId',
  'sinceIn',
  'evidence',
  'openedIn',
  'closedIn',
] as const satisfies readonly (keyof FindingRow)[];

function versionOf(run: Run, userId: UserId, found: Found, before: readonly FindingRow[]): FindingRow {
  const known = before.find(({ rule, skuId }) => rule === found.rule && skuId === found.skuId);
  return {
    tenantId: run.tenantId,
    userId,
    ...found,
    sinceIn: known?.sinceIn ?? run.generation,
    openedIn: run.generation,
    closedIn: null,
  };
}

function same(before: readonly Found[], now: readonly Found[]): boolean {
  if (before.length === 0 && now.length === 0) return true;
  if (before.length !== now.length) return false;
  const text = ({ rule, skuId, evidence }: Found) => `${rule} ${skuId} ${evidence}`;
  const known = new Set(before.map(text));
  return now.every((one) => known.has(text(one)));
}

async function findingsKnown(
  run: Run,
  store: Store,
  ids: readonly UserId[],
): Promise<ReadonlyMap<string, readonly FindingRow[]>> {
  const rows = await store.db
    .selectFrom('finding')
    .selectAll()
    .where('tenantId', '=', run.tenantId)
    .where('closedIn', 'is', null)
    .where('userId', 'in', ids)
    .execute();
  return Map.groupBy(rows, (row) => row.userId);
}

/** The class of each SKU, and the SKUs of which this generation changed it. */
async function classesOf(
  run: Run,
  store: Store,
): Promise<{ readonly now: ReadonlyMap<SkuId, SkuClass>; readonly changed: readonly SkuId[] }> {
  const rows = await store.db
    .selectFrom('balance')
    .select(['skuId', 'class', 'openedIn', 'closedIn'])
    .where('tenantId', '=', run.tenantId)
    .where((line) => line.or([line('closedIn', 'is', null), line('closedIn', '=', run.generation)]))
    .execute();
  const before = new Map<string, string>();
  const now = new Map<SkuId, SkuClass>();
  for (const row of rows) {
    // A version closed by this generation held before it, and one opened by an earlier generation holds on.
    if (row.openedIn < run.generation) before.set(row.skuId, row.class);
    // The database keeps only classes that the domain wrote.
    if (row.closedIn === null) now.set(row.skuId as SkuId, row.class as SkuClass);
  }
  const ids = new Set([...before.keys(), ...now.keys()] as SkuId[]);
  return { now, changed: [...ids].filter((skuId) => before.get(skuId) !== now.get(skuId)) };
}

/** The users of which this generation opened a version, a thousand at a time. */
async function* usersOpened(run: Run, store: Store): AsyncGenerator<readonly UserId[]> {
  let after = '';
  for (;;) {
    const rows = await store.db
      .selectFrom('user')
      .select('id')
      .where('tenantId', '=', run.tenantId)
      .where('closedIn', 'is', null)
      .where('openedIn', '=', run.generation)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    yield rows.map(({ id }) => id as UserId);
  }
}

/** Those who hold a SKU, a thousand at a time. */
async function* holders(run: Run, store: Store, skuId: SkuId): AsyncGenerator<readonly UserId[]> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ userId: UserId }>`select user_id from seat
      where tenant_id = ${run.tenantId} and sku_id = ${skuId} and closed_in is null and user_id > ${after}
      order by user_id limit ${batch}`.execute(store.db);
    const last = rows.at(-1);
    if (!last) return;
    after = last.userId;
    yield rows.map(({ userId }) => userId);
  }
}

async function closeOfDeparted(run: Run, store: Store): Promise<void> {
  await sql`update finding set closed_in = ${run.generation}
    where tenant_id = ${run.tenantId} and closed_in is null and not exists (select 1 from "user"
      where "user".tenant_id = finding.tenant_id and "user".id = finding.user_id and "user".closed_in is null)`.execute(
    store.db,
  );
}
