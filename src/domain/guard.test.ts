import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acceptable,
  corroborates,
  corroborationMs,
  doubtAboutSku,
  doubtsAboutUsers,
  type Doubt,
  type Hold,
  type UserChange,
} from './guard.ts';
import { sku } from './testing.ts';

test('F-MD-01: an empty list is doubted where there were users, or where the directory counts some', () => {
  assert.deepEqual(rules({ before: 60, now: 0, removed: 60 }), ['empty', 'removed', 'week']);
  assert.deepEqual(rules({ now: 0, directory: 60 }), ['empty', 'short-count']);
  assert.deepEqual(rules({ now: 0, directory: 0 }), []);
  assert.deepEqual(rules({ now: 0, directory: null }), []);
});

test('removals are believed up to 9 of any number, and up to 10 percent', () => {
  assert.deepEqual(rules(removing(9, 20)), []);
  assert.deepEqual(rules(removing(10, 60)), ['removed']);
  assert.deepEqual(rules(removing(10, 100)), []);
  assert.deepEqual(rules(removing(11, 100)), ['removed']);
});

test('removals of 500 are doubted however large the directory is', () => {
  assert.deepEqual(rules(removing(499, 1_000_000)), []);
  assert.deepEqual(rules(removing(500, 1_000_000)), ['removed']);
});

test('losing every license is doubted above 25 percent of the users, and never below 5 of them', () => {
  assert.deepEqual(rules({ before: 100, now: 100, losingAll: 25 }), []);
  assert.deepEqual(rules({ before: 100, now: 100, losingAll: 26 }), ['lost-licenses']);
  assert.deepEqual(rules({ before: 4, now: 4, losingAll: 4 }), []);
  assert.deepEqual(rules({ before: 5, now: 5, losingAll: 5 }), ['lost-licenses']);
});

test('an increase is doubted when the users more than double by 100 or more', () => {
  assert.deepEqual(rules({ before: 99, now: 198, added: 99 }), []);
  assert.deepEqual(rules({ before: 50, now: 149, added: 99 }), []);
  assert.deepEqual(rules({ before: 100, now: 200, added: 100 }), []);
  assert.deepEqual(rules({ before: 100, now: 201, added: 101 }), ['increase']);
});

test('the first collection is no increase', () => {
  assert.deepEqual(rules({ before: 0, now: 5000, added: 5000 }), []);
});

test('a slow bleed is doubted when more than 25 percent are gone within seven days', () => {
  assert.deepEqual(rules({ ...removing(5, 80), removedInWeek: 20 }), []);
  assert.deepEqual(rules({ ...removing(6, 80), removedInWeek: 20 }), ['week']);
  assert.deepEqual(rules({ before: 80, now: 80, removedInWeek: 40 }), []);
  assert.deepEqual(rules({ ...removing(4, 15), removedInWeek: 5 }), []);
});

test('a count that differs is doubted from 5 on and above 1 percent, in either direction', () => {
  assert.deepEqual(rules({ before: 100, now: 100, directory: 104 }), []);
  assert.deepEqual(rules({ before: 100, now: 100, directory: 105 }), ['short-count']);
  assert.deepEqual(rules({ before: 100, now: 100, directory: 95 }), ['count-differs']);
  assert.deepEqual(rules({ before: 990, now: 990, directory: 1000 }), []);
  assert.deepEqual(rules({ before: 989, now: 989, directory: 1000 }), ['short-count']);
});

test('what a doubt says names both numbers', () => {
  const [doubt] = doubtsAboutUsers(change(removing(30, 100)));
  assert.equal(doubt?.message, '30 of 100 users would be gone');
});

test('F-MD-05: a SKU that vanishes is doubted while anything uses it', () => {
  const { id } = sku();
  assert.equal(doubtAboutSku(id, 1, 0)?.rule, 'vanished');
  assert.equal(doubtAboutSku(id, null, 1)?.rule, 'vanished');
  assert.equal(doubtAboutSku(id, 0, 0), null);
  assert.equal(doubtAboutSku(id, null, 0), null);
});

test('a person may accept any doubt but an empty list and one shorter than the count', () => {
  assert.ok(acceptable([]));
  assert.ok(acceptable([doubt('removed'), doubt('week'), doubt('lost-licenses'), doubt('count-differs')]));
  assert.ok(!acceptable([doubt('removed'), doubt('empty')]));
  assert.ok(!acceptable([doubt('short-count')]));
});

const heldAt = new Date('2026-03-01T08:00:00Z');
const tenMinutesLater = new Date(heldAt.getTime() + corroborationMs);

test('F-MD-02: a second read confirms from ten minutes on, and not before', () => {
  const hold: Hold = { heldAt, sight: { users: 70 } };
  const justBefore = new Date(tenMinutesLater.getTime() - 1);
  assert.ok(!corroborates(hold, { users: 70 }, [doubt('removed')], justBefore));
  assert.ok(corroborates(hold, { users: 70 }, [doubt('removed')], tenMinutesLater));
});

test('F-MD-02: a second read confirms only what it shows too, within the drift of a directory', () => {
  const hold: Hold = { heldAt, sight: { users: 700 } };
  const confirms = (users: number) => corroborates(hold, { users }, [doubt('removed')], tenMinutesLater);
  assert.ok(confirms(700) && confirms(693) && confirms(707));
  assert.ok(!confirms(692) && !confirms(708));
  assert.ok(!corroborates(hold, { vanished: true }, [doubt('removed')], tenMinutesLater));
});

test('F-MD-01: no second read confirms an empty list, nor one that the count contradicts', () => {
  for (const rule of ['empty', 'short-count', 'count-differs'] as const) {
    const hold: Hold = { heldAt, sight: { users: 0 } };
    assert.ok(!corroborates(hold, { users: 0 }, [doubt('removed'), doubt(rule)], tenMinutesLater), rule);
  }
});

function rules(what: Partial<UserChange>): readonly Doubt['rule'][] {
  return doubtsAboutUsers(change(what)).map((one) => one.rule);
}

/** Nobody was there, nobody is, and the directory says nothing of it. */
function change(what: Partial<UserChange>): UserChange {
  const nothing = { before: 0, now: 0, added: 0, removed: 0, losingAll: 0, removedInWeek: 0 };
  return { ...nothing, directory: null, ...what };
}

function removing(removed: number, before: number): Partial<UserChange> {
  return { before, removed, now: before - removed };
}

function doubt(rule: Doubt['rule']): Doubt {
  return { rule, message: rule };
}
