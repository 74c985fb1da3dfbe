import assert from 'node:assert/strict';
import { openApp } from '../../src/app.ts';
import type { Operations } from '../../src/api/contract/operations.ts';
import { openStore } from '../../src/store/open.ts';
import type { Workplace } from '../process.ts';
import { shown, type Picture } from './picture.ts';

/** Holds what is left of a killed collection against what was there before. */
export type Witness = {
  /**
   * What must hold for a process that starts after a kill: all of yesterday or all of today and nothing between, a
   * ledger that adds up to it, and no run that seems to go on. Gives back whether today is published.
   */
  afterKill(today: Picture, runHadBegun: boolean): Promise<boolean>;
  /** What must hold after a collection that nobody disturbs: it is today, and nothing staged is left. */
  afterCollection(today: Picture): Promise<void>;
};

/** A witness of a place in which nothing was collected yet. */
export function createWitness(place: Workplace): Witness {
  let generation = 0;
  let yesterday: Picture = { skus: {}, people: {} };
  return {
    async afterKill(today, runHadBegun) {
      await using app = await open(place);
      const published = await publishedGeneration(place);
      const isPublished = published === generation + 1;
      assert.ok(isPublished || published === generation, `generation ${published} follows ${generation}`);
      await checkRuns(app.operations, runHadBegun && !isPublished);
      await checkPicture(app.operations, isPublished ? today : yesterday);
      generation = published;
      return isPublished;
    },
    async afterCollection(today) {
      await using app = await open(place);
      const [answer] = await app.operations.collect({}, () => undefined);
      assert.equal(answer?.outcome, 'published', answer?.reason ?? '');
      generation += 1;
      assert.equal(await publishedGeneration(place), generation);
      await checkPicture(app.operations, today);
      assert.deepEqual(await stagedRows(place), { stageUser: 0, stageSeat: 0, stageEntry: 0 });
      yesterday = today;
    },
  };
}

async function checkRuns(operations: Operations, wasInterrupted: boolean): Promise<void> {
  const runs = await operations.runs({});
  if (wasInterrupted) assert.equal(runs[0]?.reason, 'interrupted');
  for (const { state, reason } of runs) {
    if (state !== 'published') assert.deepEqual([state, reason], ['failed', 'interrupted']);
  }
}

/** Readers see the picture, all of it of one run, and the ledger adds up to it. */
async function checkPicture(operations: Operations, expected: Picture): Promise<void> {
  assert.deepEqual(await shown(operations), expected);
  const published = (await operations.runs({})).find(({ state }) => state === 'published');
  for (const { runId } of await operations.balance({})) assert.equal(runId, published?.id);
  const [verified] = await operations.verify({});
  assert.equal(verified?.difference, null, JSON.stringify(verified?.difference));
}

/** The newest generation, which the runs must have published one after the other. */
async function publishedGeneration(place: Workplace): Promise<number> {
  await using store = await openTables(place);
  const { generation } = await store.db.selectFrom('tenant').select('generation').executeTakeFirstOrThrow();
  const runs = await store.db
    .selectFrom('run')
    .select('generation')
    .where('state', '=', 'published')
    .orderBy('generation')
    .execute();
  const expected = Array.from({ length: generation }, (_, nth) => nth + 1);
  assert.deepEqual(
    runs.map((run) => run.generation),
    expected,
  );
  return generation;
}

async function stagedRows(place: Workplace): Promise<Readonly<Record<string, number>>> {
  await using store = await openTables(place);
  const counts: Record<string, number> = {};
  for (const table of ['stageUser', 'stageSeat', 'stageEntry'] as const) {
    counts[table] = (await store.db.selectFrom(table).select('position').execute()).length;
  }
  return counts;
}

async function open({ env }: Workplace) {
  const app = await openApp({ env: { ...env, SEATLEDGER_LOG_LEVEL: 'silent' }, verbose: false });
  return { operations: app.operations, [Symbol.asyncDispose]: () => app.close() };
}

async function openTables({ databaseFile, databaseUrl }: Workplace) {
  const location = databaseUrl === null ? { file: databaseFile } : { url: databaseUrl };
  const { db, engine } = await openStore(location, () => new Date());
  return { db, [Symbol.asyncDispose]: () => engine.close() };
}
