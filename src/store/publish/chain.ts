import { hash } from 'node:crypto';
import type { Change } from '../../domain/ledger.ts';
import type { Value } from '../engines/engine.ts';
import type { Store } from '../open.ts';
import type { Run } from '../runs.ts';
import { entryColumnsOf } from '../stage.ts';
import type { EntryRow, StagedEntryColumns } from '../tables.ts';

const batch = 1000;

/** Appends the given changes and those staged for users to the ledger, each chained to the one before. */
export async function appendEntries(run: Run, store: Store, changes: readonly Change[]): Promise<Appended> {
  const at = store.now().toISOString();
  const link = await linkAfterLast(run, store, at);
  await insert(
    store,
    changes.map((change) => link(entryColumnsOf(change))),
  );
  let count = changes.length;
  for await (const staged of stagedEntries(run, store)) {
    await insert(store, staged.map(link));
    count += staged.length;
  }
  return { count, head: (await lastEntry(run, store))?.hash ?? null };
}

/** How many entries were appended, and the hash of the last one of the ledger: its head, null while it has none. */
export type Appended = { readonly count: number; readonly head: string | null };

/** The hash of an entry: over the one before it and everything that it says (SHA-256, base64url). */
export function entryHash(entry: Omit<EntryRow, 'hash'>): string {
  return hash('sha256', JSON.stringify(said.map((name) => entry[name])), 'base64url');
}

/** Everything that an entry says, in the order in which it is hashed. */
const said = [
  'previousHash',
  'tenantId',
  'sequence',
  'at',
  'runId',
  'generation',
  'kind',
  'object',
  'userId',
  'skuId',
  'before',
  'after',
] as const;

function lastEntry(run: Run, store: Store) {
  return store.db
    .selectFrom('entry')
    .select(['sequence', 'hash'])
    .where('tenantId', '=', run.tenantId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function linkAfterLast(
  run: Run,
  store: Store,
  at: string,
): Promise<(columns: StagedEntryColumns) => EntryRow> {
  const last = await lastEntry(run, store);
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? '';
  return (columns) => {
    sequence += 1;
    const entry = {
      tenantId: run.tenantId,
      sequence,
      at,
      runId: run.id,
      generation: run.generation,
      ...columns,
      previousHash,
    };
    previousHash = entryHash(entry);
    return { ...entry, hash: previousHash };
  };
}

async function* stagedEntries(run: Run, store: Store): AsyncGenerator<readonly StagedEntryColumns[]> {
  let after = 0;
  for (;;) {
    const rows = await store.db
      .selectFrom('stageEntry')
      .select(['position', 'kind', 'object', 'userId', 'skuId', 'before', 'after'])
      .where('tenantId', '=', run.tenantId)
      .where('position', '>', after)
      .where('position', '<=', after + batch)
      .orderBy('position')
      .orderBy('object')
      .orderBy('kind')
      .execute();
    if (rows.length > 0) yield rows.map(({ position: _position, ...columns }) => columns);
    after += batch;
    if (after >= run.nextPosition) return;
  }
}

const names = [...said, 'hash'] as const;

async function insert(store: Store, entries: readonly EntryRow[]): Promise<void> {
  const rows = entries.map((entry) => names.map((name): Value => entry[name]));
  await store.engine.insertMany(store.db, 'entry', names, rows);
}
