import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant, SkuId, User, UserId } from '../domain/records.ts';
import { direct, fromGroup, id, seat, user } from '../domain/testing.ts';
import { fingerprint } from './rows.ts';

const [skuA, skuB] = [id<SkuId>(901), id<SkuId>(902)];
const ana = user({
  seats: [seat(skuA, { sources: [direct, fromGroup(1)], disabledPlans: ['p'] })],
  waiting: [{ skuId: skuB, source: fromGroup(2), error: 'CountViolation' }],
});

/** Another value for each field: a field that is added does not compile until it stands here too. */
const others: { readonly [Name in keyof User]: User[Name] } = {
  id: id<UserId>(2),
  userPrincipalName: 'ben@example.com',
  displayName: 'Ben',
  mail: 'ana@example.com',
  enabled: false,
  type: 'guest',
  createdAt: '2026-03-01T08:00:00.000Z' as Instant,
  usageLocation: 'DE',
  country: 'Germany',
  department: 'Sales',
  companyName: 'Example',
  jobTitle: 'Buyer',
  employeeId: '17',
  employeeType: 'Employee',
  costCenter: 'K1',
  division: 'East',
  hybrid: true,
  seats: [],
  waiting: [],
};

test('another value in any collected field makes another fingerprint', () => {
  const names = Object.keys(others) as (keyof User)[];
  const prints = names.map((name) => fingerprint({ ...ana, [name]: others[name] }));
  assert.equal(new Set([fingerprint(ana), ...prints]).size, names.length + 1);
});

test('every detail of a seat and of an assignment that waits makes another fingerprint', () => {
  const [waiting] = ana.waiting;
  assert.ok(waiting);
  const seats = [
    seat(skuB, { sources: [direct, fromGroup(1)], disabledPlans: ['p'] }),
    seat(skuA, { sources: [direct, fromGroup(1)] }),
    seat(skuA, { sources: [direct, fromGroup(1)], disabledPlans: ['p', 'q'] }),
    seat(skuA, { sources: [direct, fromGroup(2)], disabledPlans: ['p'] }),
    seat(skuA, { sources: [direct], disabledPlans: ['p'] }),
    seat(skuA, { sources: [], disabledPlans: ['p'] }),
    seat(skuA, { sources: [direct], disabledPlans: [id(1), 'p'] }),
    seat(skuA, { sources: [direct, fromGroup(1)], disabledPlans: ['p'], state: 'active-with-error' }),
    seat(skuA, { sources: [direct, fromGroup(1)], disabledPlans: ['p'], error: 'Other' }),
  ];
  const waits = [
    { ...waiting, skuId: skuA },
    { ...waiting, source: direct },
    { ...waiting, source: fromGroup(3) },
    { ...waiting, error: null },
    { ...waiting, error: 'Other' },
  ];
  const all = [
    ana,
    ...seats.map((one) => ({ ...ana, seats: [one] })),
    { ...ana, seats: [...ana.seats, seat(skuB)] },
    ...waits.map((one) => ({ ...ana, waiting: [one] })),
    { ...ana, waiting: [waiting, waiting] },
  ];
  assert.equal(new Set(all.map(fingerprint)).size, all.length);
});

test('a text that moves to the next field, or only looks like an end, makes another fingerprint', () => {
  const all = [
    { ...ana, country: 'A', department: 'B' },
    { ...ana, country: 'AB', department: null },
    { ...ana, country: null, department: 'AB' },
    { ...ana, country: 'A=B', department: null },
    { ...ana, country: 'A', department: '=B' },
    { ...ana, country: '', department: null },
    { ...ana, country: null, department: '' },
  ];
  assert.equal(new Set(all.map(fingerprint)).size, all.length);
});

test('the order in which the fields of a record stand does not matter', () => {
  const turned = Object.fromEntries(Object.entries(ana).toReversed()) as User;
  assert.equal(fingerprint(turned), fingerprint(ana));
});
