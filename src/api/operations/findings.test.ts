import assert from 'node:assert/strict';
import type { User, UserId } from '../../domain/records.ts';
import { direct, fromGroup, id, seat, sku, user } from '../../domain/testing.ts';
import { collected, onBothEngines, tenantA, tenantB } from '../../store/testing.ts';
import type { Finding } from '../contract/findings.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Position } from '../http/cursors.ts';
import { findings, findingsPage, peopleCounters } from './findings.ts';
import { user as person } from './people.ts';
import { readingContext, skuA, skuB } from './testing.ts';

const skus = [sku({ id: skuA }), sku({ id: skuB, partNumber: 'PART_B' })];
const twice = seat(skuA, { sources: [direct, fromGroup(50)] });
const guest = named(1, { type: 'guest', seats: [twice], department: 'Sales' });
const leaver = named(2, { enabled: false, seats: [seat(skuA), seat(skuB)], department: 'Sales' });
const plain = named(3, { department: 'IT' });

onBothEngines('findings come by rule with what they are about and since when', async ({ store, pass }) => {
  await collected(store, tenantA, { users: [guest, plain], skus });
  pass(60_000);
  await collected(store, tenantA, { users: [guest, leaver, plain], skus });
  const since = store.now().toISOString();
  const all = await Array.fromAsync(findings(readingContext(store), {}));
  assert.deepEqual(all.map(short), [
    `disabled-but-licensed 2 ${skuA} ${since}`,
    `disabled-but-licensed 2 ${skuB} ${since}`,
    `double-assignment 1 ${skuA} null`,
    `guest-with-paid-seat 1 ${skuA} null`,
  ]);
  assert.deepEqual(all[2]?.subject, { kind: 'user', id: guest.id, name: 'P1' });
  assert.equal(all[2]?.evidence, 'One seat is held directly and through a group.');
  const one = await Array.fromAsync(findings(readingContext(store), { rule: 'Double-Assignment' }));
  assert.deepEqual(one.map(short), [`double-assignment 1 ${skuA} null`]);
  await assert.rejects(Array.fromAsync(findings(readingContext(store), { rule: 'nonsense' })), Refusal);
  const { findings: ofPerson } = await person(readingContext(store), { id: guest.id });
  assert.deepEqual(
    ofPerson.map(({ rule }) => rule),
    ['double-assignment', 'guest-with-paid-seat'],
  );
});

onBothEngines('pages of findings leave none out, over all tenants', async ({ store }) => {
  await collected(store, tenantA, { users: [guest, leaver, plain], skus });
  await collected(store, tenantB, { users: [guest, leaver], skus });
  const context = readingContext(store);
  const whole = await Array.fromAsync(findings(context, {}));
  assert.equal(whole.length, 8);
  for (const limit of [1, 3, 4, 8, 9]) {
    const items: Finding[] = [];
    let after: Position | null = null;
    do {
      const page: Awaited<ReturnType<typeof findingsPage>> = await findingsPage(context, { limit, after });
      if (!after) assert.equal(page.total, 8);
      items.push(...page.items);
      after = page.next;
    } while (after);
    assert.deepEqual(items, whole, String(limit));
  }
});

onBothEngines('the counters say how many there are of each', async ({ store }) => {
  const context = readingContext(store);
  assert.deepEqual((await peopleCounters(context, tenantA)).people, 0);
  await collected(store, tenantA, { users: [guest, leaver, plain], skus });
  const counters = await peopleCounters(context, tenantA);
  assert.deepEqual([counters.people, counters.licensed], [3, 2]);
  assert.deepEqual(
    counters.rules.map(({ name, people }) => [name, people]),
    [
      ['assignment-error', 0],
      ['disabled-but-licensed', 1],
      ['double-assignment', 1],
      ['guest-with-paid-seat', 1],
    ],
  );
  assert.deepEqual(counters.departments, [
    { name: 'Sales', people: 2 },
    { name: 'IT', people: 1 },
  ]);
});

function named(number: number, what: Partial<User>): User {
  return user({
    id: id<UserId>(number),
    displayName: `P${number}`,
    userPrincipalName: `p${number}@x`,
    ...what,
  });
}

function short({ rule, subject, skuId, since }: Finding): string {
  return `${rule} ${Number(subject.id.slice(-6))} ${skuId} ${since}`;
}
