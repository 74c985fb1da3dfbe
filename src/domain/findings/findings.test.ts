import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { SkuClass } from '../balance.ts';
import type { GroupId, Seat, SkuId, Source, User, Waiting } from '../records.ts';
import { user } from '../testing.ts';
import { rules } from './index.ts';

const direct: Source = { kind: 'direct' };
const sales: Source = { kind: 'group', groupId: 'sales' as GroupId };
const staff: Source = { kind: 'group', groupId: 'staff' as GroupId };

test('every file of a rule is in the list, under its own name and in order', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts' && file !== 'finding.ts')
    .map((file) => file.replace(/\.ts$/, ''));
  assert.deepEqual(
    rules.map((rule) => rule.name),
    files.sort(),
  );
});

test('a person like most has no finding', () => {
  const person = user({
    seats: [seat('paid', [direct]), seat('free', [sales]), seat('trial', [sales, staff])],
  });
  assert.deepEqual(found(person), []);
});

test('a disabled account with a seat is found, once for each seat that is not free', () => {
  const leaver = user({
    enabled: false,
    seats: [seat('paid', [sales]), seat('free', [direct]), seat('trial', [])],
  });
  assert.deepEqual(found(leaver), [
    'disabled-but-licensed paid: Sign-in is blocked; the seat is held through a group.',
    'disabled-but-licensed trial: Sign-in is blocked; the seat is held in a way that Microsoft does not name.',
  ]);
  assert.deepEqual(found(user({ enabled: null, seats: leaver.seats })), []);
  assert.deepEqual(found(user({ enabled: false })), []);
});

test('a guest is found with a paid seat, and with no other', () => {
  const guest = user({
    type: 'guest',
    seats: [seat('paid', [direct]), seat('free', [direct]), seat('trial', [direct])],
  });
  assert.deepEqual(found(guest), ['guest-with-paid-seat paid: A guest holds the seat directly.']);
  assert.deepEqual(found(user({ type: null, seats: guest.seats })), []);
});

test('a seat given directly and by groups is found, one given by groups alone is not', () => {
  const person = user({ seats: [seat('paid', [direct, sales, staff]), seat('trial', [sales, staff])] });
  assert.deepEqual(found(person), [
    'double-assignment paid: One seat is held directly and through 2 groups.',
  ]);
});

test('an assignment in error is found with its cause, with or without a seat', () => {
  const person = user({
    seats: [{ ...seat('trial', [sales]), state: 'active-with-error', error: 'UniquenessViolation' }],
    waiting: [
      waiting('paid', sales, 'CountViolation'),
      waiting('paid', direct, 'Newfangled'),
      waiting('free', sales, null),
    ],
  });
  assert.deepEqual(found(person), [
    'assignment-error paid: Not given, although assigned through a group: no license was left (CountViolation).',
    'assignment-error paid: Not given, although assigned directly: Microsoft says Newfangled.',
    'assignment-error trial: The seat is held with an error: an address or a service plan of it is already taken ' +
      '(UniquenessViolation).',
  ]);
});

/** Each SKU of these tests is named for its class. */
function found(person: User): readonly string[] {
  const facts = { classOf: (skuId: SkuId) => skuId as string as SkuClass };
  return rules.flatMap((rule) =>
    rule.find(person, facts).map((one) => `${rule.name} ${one.skuId}: ${one.evidence}`),
  );
}

function seat(skuClass: SkuClass, sources: readonly Source[]): Seat {
  return { skuId: skuClass as string as SkuId, sources, state: 'active', error: null, disabledPlans: [] };
}

function waiting(skuClass: SkuClass, source: Source, error: string | null): Waiting {
  return { skuId: skuClass as string as SkuId, source, error };
}
