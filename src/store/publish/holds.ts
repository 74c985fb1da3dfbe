import {
  acceptable,
  agrees,
  corroborates,
  doubtAboutSku,
  doubtsAboutUsers,
  type Doubt,
  type Hold,
  type Sight,
} from '../../domain/guard.ts';
import type { Change } from '../../domain/ledger.ts';
import type { Sku, SkuId, TenantId } from '../../domain/records.ts';
import type { Database } from '../engines/engine.ts';
import type { Store } from '../open.ts';
import { skuCodec } from '../rows.ts';
import type { Run } from '../runs.ts';
import type { HoldRow } from '../tables.ts';
import type { Publication, Reading } from './publication.ts';
import { currentThings } from './things.ts';

/** What the guard says of the users that were read. */
export type Judgement =
  | { readonly type: 'held'; readonly doubts: readonly Doubt[] }
  | {
      readonly type: 'believed';
      /** Distinct users after it. */
      readonly total: number;
      readonly added: number;
      /** Those that count in the sum of the week; the ones of a large change were weighed already. */
      readonly removed: number;
      /** The entry that marks a large change, where there is one. */
      readonly changes: readonly Change[];
    };

/** Judges the staged users, and keeps or dissolves the hold on them. */
export async function judgeUsers(
  run: Run,
  store: Store,
  reading: Publication['users'],
  acceptHeld: boolean,
): Promise<Judgement> {
  if (reading.state === 'kept')
    return { type: 'believed', total: run.publishedUsers, added: 0, removed: 0, changes: [] };
  const change = reading.value;
  const doubts = doubtsAboutUsers(change);
  const sight: Sight = { users: change.now };
  const how = await believed(run.tenantId, store, 'users', sight, doubts, acceptHeld);
  if (how === null) {
    const reason = doubts.map((doubt) => doubt.message).join('; ');
    await keepHold(run.tenantId, store, 'users', sight, { before: change.before, after: change.now, reason });
    return { type: 'held', doubts };
  }
  const large: Change = {
    kind: 'large-change',
    object: 'users',
    before: { users: change.before },
    after: { users: change.now, doubts: doubts.map((doubt) => doubt.message), believed: how },
  };
  return {
    type: 'believed',
    total: change.now,
    added: run.opensUsers ? 0 : change.added,
    removed: doubts.length > 0 ? 0 : change.removed,
    changes: doubts.length > 0 ? [large] : [],
  };
}

/** What the guard makes of the listed SKUs: those that vanished while in use are kept as they were. */
export type SkuJudgement = {
  readonly reading: Reading<readonly Sku[]>;
  readonly kept: readonly { readonly what: string; readonly reason: string }[];
  readonly changes: readonly Change[];
};

/** Judges the listed SKUs one by one; runs inside the publishing transaction. */
export async function judgeSkus(
  run: Run,
  store: Store,
  reading: Reading<readonly Sku[]>,
  acceptHeld: boolean,
): Promise<SkuJudgement> {
  if (reading.state === 'kept') return { reading, kept: [], changes: [] };
  const published = await currentThings(run.tenantId, store.db, 'sku', skuCodec);
  if (reading.value.length === 0 && published.size > 0 && !acceptHeld) {
    const reason = `held: the list of products is empty, and had ${published.size}`;
    return { reading: { state: 'kept', reason }, kept: [{ what: 'skus', reason }], changes: [] };
  }
  const listed = new Set<string>(reading.value.map((sku) => sku.id));
  const counted = await countedSeats(run.tenantId, store.db);
  const keptSkus: Sku[] = [];
  const kept: { what: string; reason: string }[] = [];
  const changes: Change[] = [];
  for (const sku of published.values()) {
    const doubt = listed.has(sku.id) ? null : doubtAboutSku(sku.id, sku.consumed, counted.get(sku.id) ?? 0);
    const how = await believed(
      run.tenantId,
      store,
      sku.id,
      { vanished: true },
      doubt ? [doubt] : [],
      acceptHeld,
    );
    if (how === null && doubt) {
      const before = Math.max(sku.consumed ?? 0, counted.get(sku.id) ?? 0);
      const about = { before, after: null, reason: doubt.message };
      await keepHold(run.tenantId, store, sku.id, { vanished: true }, about);
      keptSkus.push(sku);
      kept.push({ what: sku.partNumber ?? sku.id, reason: `held: ${doubt.message}` });
    } else if (doubt) {
      changes.push({
        kind: 'large-change',
        object: sku.id,
        skuId: sku.id,
        before: null,
        after: { doubts: [doubt.message], believed: how },
      });
    }
  }
  return { reading: { ...reading, value: [...reading.value, ...keptSkus] }, kept, changes };
}

/** Why a doubtful change is believed all the same; null when it is not, and an empty text when there is no doubt. */
async function believed(
  tenantId: TenantId,
  store: Store,
  subject: string,
  sight: Sight,
  doubts: readonly Doubt[],
  acceptHeld: boolean,
): Promise<string | null> {
  const hold = await findHold(tenantId, store.db, subject);
  if (doubts.length === 0) {
    if (hold) await dropHold(tenantId, store.db, subject);
    return '';
  }
  const confirmed = hold !== null && corroborates(hold, sight, doubts, store.now());
  const accepted = acceptHeld && acceptable(doubts);
  if (!confirmed && !accepted) return null;
  await dropHold(tenantId, store.db, subject);
  return accepted ? 'accepted by a person' : 'confirmed by a second read';
}

/** A hold keeps its first time while later reads show the same, and starts anew when they do not. */
async function keepHold(
  tenantId: TenantId,
  store: Store,
  subject: string,
  sight: Sight,
  about: Pick<HoldRow, 'before' | 'after' | 'reason'>,
): Promise<void> {
  const hold = await findHold(tenantId, store.db, subject);
  if (hold && agrees(hold.sight, sight)) return;
  await dropHold(tenantId, store.db, subject);
  await store.db
    .insertInto('hold')
    .values({ tenantId, subject, heldAt: store.now().toISOString(), sight: JSON.stringify(sight), ...about })
    .execute();
}

async function findHold(tenantId: TenantId, database: Database, subject: string): Promise<Hold | null> {
  const row = await database
    .selectFrom('hold')
    .select(['heldAt', 'sight'])
    .where('tenantId', '=', tenantId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? { heldAt: new Date(row.heldAt), sight: JSON.parse(row.sight) as Sight } : null;
}

async function dropHold(tenantId: TenantId, database: Database, subject: string): Promise<void> {
  await database.deleteFrom('hold').where('tenantId', '=', tenantId).where('subject', '=', subject).execute();
}

async function countedSeats(tenantId: TenantId, database: Database): Promise<ReadonlyMap<SkuId, number>> {
  const rows = await database
    .selectFrom('balance')
    .select(['skuId', 'counted'])
    .where('tenantId', '=', tenantId)
    .where('closedIn', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.skuId as SkuId, row.counted ?? 0]));
}
