import assert from 'node:assert/strict';
import type { CollectAnswer } from '../../src/api/contract/runs.ts';
import type { InterceptedRequest } from '../../src/simulator/answer.ts';
import type { Interceptor, RecordedRequest } from '../../src/simulator/simulator.ts';
import { createWorld, type World } from './world.ts';

/** Everything that readers are shown of the first tenant. */
export async function readersSee({ operations, tenant: { id } }: World) {
  return {
    balance: await operations.balance({ tenant: id }),
    people: await Array.fromAsync(operations.users({ tenant: id })),
    entries: await Array.fromAsync(operations.entries({ tenant: id })),
    ages: await operations.resources(id),
  };
}

type Seen = Awaited<ReturnType<typeof readersSee>>;

/** What is seen without moments, runs and order, which depend on when it was collected and not on what there is. */
function timeless({ balance, people, entries }: Seen) {
  return {
    balance: balance.map(({ asOf: _asOf, runId: _runId, ...line }) => line),
    people: people.map((person) => ({
      ...person,
      seats: person.seats.map(({ since, ...seat }) => ({ ...seat, isOfOpening: since === null })),
    })),
    entries: entries
      .map(({ kind, userId, skuId, before, after }) => JSON.stringify({ kind, userId, skuId, before, after }))
      .sort(),
  };
}

/** A day in the company, the same in every world: one comes, one goes, licenses move, units are bought. */
export function liveADay({ tenant, pass }: World): void {
  pass(24 * 60 * 60 * 1000);
  const people = tenant.userCount();
  const [first, middle, late] = [3, Math.floor(people / 2), people - 4].map((at) => idOf(tenant.user(at)));
  assert.ok(first && middle && late);
  const { skuId, enabled } = purchased(tenant);
  tenant.change.removeUser(middle);
  tenant.change.moveDepartment(first, 'Night shift');
  tenant.change.assign(first, skuId);
  tenant.change.unassign(late, skuId);
  tenant.change.assign(tenant.change.addUser({ displayName: 'Ada Lovelace' }), skuId);
  tenant.change.setUnits(skuId, { enabled: enabled + 5 });
}

/** A collection under a fault. */
type Collection = {
  readonly answer: CollectAnswer;
  /** What readers saw before it. */
  readonly before: Seen;
  /** What was asked of Microsoft for it. */
  readonly asked: readonly RecordedRequest[];
};

/**
 * Lives a day that is collected while each of the faults lasts, one after the other, and once more when all are over:
 * then nothing of them must be left.
 */
export async function throughFaults(
  world: World,
  faults: readonly Interceptor[],
  during: (collection: Collection) => Promise<void> | void,
): Promise<void> {
  const { simulator, tenant } = world;
  const end = endOfStory(tenant.userCount());
  assert.equal((await world.collect()).outcome, 'published');
  liveADay(world);
  for (const fault of faults) {
    world.pass(60_000);
    const before = await readersSee(world);
    const earlier = simulator.requests().length;
    const lift = simulator.intercept(fault);
    const answer = await world.collect({ tenant: tenant.id });
    lift();
    await during({ answer, before, asked: simulator.requests().slice(earlier) });
  }
  world.pass(60_000);
  const last = await world.collect({ tenant: tenant.id });
  assert.equal(last.outcome, 'published', last.reason ?? '');
  assert.deepEqual(timeless(await readersSee(world)), await end);
  const [verified] = await world.operations.verify({ tenant: tenant.id });
  assert.equal(verified?.difference, null);
}

/** Gives each request that it is for the next of the faults, and leaves the requests after them alone. */
export function inTurn(
  isFor: (request: InterceptedRequest) => boolean,
  faults: readonly Interceptor[],
): Interceptor {
  const left = faults.values();
  return (request, answer) => (isFor(request) ? left.next().value?.(request, answer) : undefined);
}

const ends = new Map<number, Promise<ReturnType<typeof timeless>>>();

/** What is seen at the end of the same story without any fault, in a world of that size. */
function endOfStory(users: number): Promise<ReturnType<typeof timeless>> {
  const known = ends.get(users) ?? tellStory(users);
  ends.set(users, known);
  return known;
}

async function tellStory(users: number) {
  await using world = await createWorld({ users });
  await world.collect();
  liveADay(world);
  await world.collect();
  return timeless(await readersSee(world));
}

/** Published was all that happened in the story, as if there had been no fault. */
export async function assertWhole(world: World, { answer, before }: Collection): Promise<void> {
  assert.equal(answer.outcome, 'published', answer.reason ?? '');
  assert.deepEqual(timeless(await readersSee(world)), await endOfStory(before.people.length));
}

/** Published were neither a new state nor an entry, and the run says why. */
export async function assertNothingPublished(
  world: World,
  { answer, before }: Pick<Collection, 'answer' | 'before'>,
  expected: { readonly outcome: CollectAnswer['outcome']; readonly reason: RegExp },
): Promise<void> {
  assert.equal(answer.outcome, expected.outcome, answer.reason ?? '');
  assert.match(answer.reason ?? '', expected.reason);
  const [run] = await world.operations.runs({ tenant: world.tenant.id });
  assert.equal(run?.state, expected.outcome === 'held' ? 'held' : 'failed');
  assert.match(run.reason ?? '', expected.reason);
  assert.deepEqual(await readersSee(world), before);
}

/** Published was everything but one resource, which stays as it was with its age and the reason. */
export async function assertKept(
  world: World,
  { answer, before }: Collection,
  expected: { readonly resource: 'users' | 'skus' | 'organization'; readonly reason: RegExp },
): Promise<void> {
  const { resource, reason } = expected;
  assert.equal(answer.outcome, 'partial', answer.reason ?? '');
  const [run] = await world.operations.runs({ tenant: world.tenant.id });
  assert.equal(run?.state, 'published');
  assert.equal(run.partial, true);
  for (const told of [answer.reason ?? '', run.reason ?? '']) {
    assert.match(told, new RegExp(`^${resource}: `));
    assert.match(told, reason);
  }
  const after = await readersSee(world);
  for (const age of after.ages) {
    const earlier = before.ages.find((each) => each.resource === age.resource);
    const isKept = age.resource === resource;
    assert.equal(age.state, isKept ? 'kept' : 'read', age.resource);
    assert.equal(age.readAt === earlier?.readAt, isKept, age.resource);
    if (isKept) assert.match(age.reason ?? '', reason);
  }
  if (resource === 'users') assertSamePeople(after, before);
  if (resource === 'skus') assertSameUnits(after, before);
}

/** Nobody came, went or changed, and no seat. */
function assertSamePeople(after: Seen, before: Seen): void {
  assert.deepEqual(after.people, before.people);
  assert.deepEqual(
    after.entries.slice(before.entries.length).filter(({ kind }) => /^(user|seat)-/.test(kind)),
    [],
  );
  assert.deepEqual(
    after.balance.map(({ skuId, counted }) => [skuId, counted]),
    before.balance.map(({ skuId, counted }) => [skuId, counted]),
  );
}

/** No SKU came or went, and all units are what they were; who holds them may have changed. */
function assertSameUnits(after: Seen, before: Seen): void {
  const units = ({ balance }: Seen) =>
    balance.map((line) => [line.skuId, line.enabled, line.warning, line.suspended, line.consumed]);
  assert.deepEqual(units(after), units(before));
}

/** A SKU of the tenant that was bought and that people hold. */
function purchased({ truth }: World['tenant']): { readonly skuId: string; readonly enabled: number } {
  const found = truth().find((row) => row.enabled && row.enabled < 5000 && row.direct > 0);
  assert.ok(found?.enabled);
  return { skuId: found.skuId, enabled: found.enabled };
}

function idOf(user: Readonly<Record<string, unknown>> | undefined): string {
  return String(user?.['id']);
}
