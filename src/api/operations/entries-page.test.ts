import assert from 'node:assert/strict';
import type { UserId } from '../../domain/records.ts';
import { fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import { collected, onBothEngines, tenantA, tenantB } from '../../store/testing.ts';
import type { EntriesRequest, Entry } from '../contract/ledger.ts';
import type { Position } from '../http/cursors.ts';
import type { OperationsContext } from './context.ts';
import { entriesPage } from './entries-page.ts';
import { readingContext, skuA, skuB } from './testing.ts';

const day = 24 * 60 * 60 * 1000;
const people = Array.from({ length: 9 }, (_, nth) => user({ id: id<UserId>(nth + 1) }));
const skus = [sku({ id: skuA, consumed: 0 }), sku({ id: skuB, partNumber: 'PART_B', consumed: 0 })];

onBothEngines(
  'entries in pages, oldest or newest first, all or some, each with its total',
  async (ledger) => {
    const { store, pass } = ledger;
    const context = readingContext(store);
    await collected(store, tenantA, { users: people, skus });
    pass(day);
    const given = people.map((one) => ({ ...one, seats: [seat(skuA)] }));
    await collected(store, tenantA, { users: given, skus });
    pass(day);
    const moved = given.map((one) => ({ ...one, seats: [seat(skuA, { sources: [fromGroup(50)] })] }));
    await collected(store, tenantA, { users: moved, skus });
    await collected(store, tenantB, { users: people, skus });
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
    const requests: readonly (readonly [EntriesRequest, readonly number[]])[] = [
      [{ tenant: tenantA }, numbers(1, 20)],
      [{ tenant: tenantA, sku: 'part_a' }, [1, ...numbers(3, 20)]],
      [{ tenant: tenantA, sku: 'PART_B' }, [2]],
      [{ tenant: tenantA, user: id(3) }, [5, 14]],
      [{ tenant: tenantA, from: '2026-03-02', to: '2026-03-02' }, numbers(3, 11)],
      [{ tenant: tenantA, from: '2026-03-03' }, numbers(12, 20)],
      [{ tenant: tenantA, from: '2026-03-04' }, []],
      [{ tenant: tenantA, to: '2026-03-01', sku: skuA }, [1]],
      [{}, [...numbers(1, 20), 1, 2]],
    ];
    for (const [request, expected] of requests) {
      for (const limit of [2, 9, 100]) {
        const about = `${JSON.stringify(request)} ${limit}`;
        assert.deepEqual(await sequences(context, request, 'oldest', limit), expected, about);
        if (!request.tenant) continue;
        assert.deepEqual(await sequences(context, request, 'newest', limit), expected.toReversed(), about);
      }
      const { total } = await entriesPage(context, { ...request, order: 'newest', limit: 1, after: null });
      assert.equal(total, expected.length, JSON.stringify(request));
    }
  },
);

async function sequences(
  context: OperationsContext,
  request: EntriesRequest,
  order: 'oldest' | 'newest',
  limit: number,
): Promise<readonly number[]> {
  const found: Entry[] = [];
  let after: Position | null = null;
  do {
    const page: Awaited<ReturnType<typeof entriesPage>> = await entriesPage(context, {
      ...request,
      order,
      limit,
      after,
    });
    found.push(...page.items);
    after = page.next;
  } while (after);
  return found.map(({ sequence }) => sequence);
}
