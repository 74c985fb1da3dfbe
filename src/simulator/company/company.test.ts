import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guid, indexOfGuid } from './chance.ts';
import { changesOf } from './changes.ts';
import { createCompany } from './company.ts';
import type { Company } from './company.ts';
import { passDay } from './day.ts';
import { licensesOf } from './licenses.ts';
import { products } from './products.ts';
import { truthOf } from './truth.ts';

const origin = { seed: 5, domain: 'x.example', initialDomain: 'x.onmicrosoft.com', companyName: 'X' };
const now = new Date('2026-11-24T08:00:00Z');

test('an id leads back to its index, and any other text to none', () => {
  for (const index of [0, 1, 77, 999_999, 4_000_000_000])
    assert.equal(indexOfGuid(9, 1, guid(9, 1, index)), index);
  assert.equal(indexOfGuid(9, 1, guid(8, 1, 5)), undefined);
  assert.equal(indexOfGuid(9, 1, 'nonsense'), undefined);
});

test('a hundred thousand people all have an id, an address and a name of their own', () => {
  const company = createCompany(origin, 100_000, now);
  const seen = new Set<string>();
  for (let index = 0; index < 100_000; index++) {
    seen.add(company.id(index));
    seen.add(company.person(index).userPrincipalName);
    assert.match(company.person(index).userPrincipalName, /^[a-z0-9._#@A-Z-]+$/u);
  }
  assert.equal(seen.size, 200_000);
});

test('a million people cost no memory of their own', () => {
  const before = process.memoryUsage().heapUsed;
  const company = createCompany(origin, 1_000_000, now);
  assert.equal(company.present(), 1_000_000);
  assert.ok(process.memoryUsage().heapUsed - before < 60 * 1024 * 1024);
});

test('after any number of changes and days the counters equal a count from the start', () => {
  const company = createCompany(origin, 600, now);
  const change = changesOf(company, () => now);
  for (let day = 0; day < 12; day++) passDay(company, change, day, now);
  const id = (index: number): string => company.id(index);
  change.assign(id(4), products.visio.skuId);
  change.assign(id(4), products.visio.skuId, company.groups()[2]?.id);
  change.assign(id(5), products.copilot.skuId, company.groups()[5]?.id, 'CountViolation');
  change.removeUser(change.addUser({}, { licensed: true }));
  const back = change.addUser({}, { licensed: true });
  change.removeUser(back);
  change.restoreUser(back);
  assert.deepEqual(
    counted(company),
    truthOf(company).map(({ skuId, holders, waiting }) => ({ skuId, holders, waiting })),
  );
});

test('a plan is off only where every source of a license switches it off', () => {
  const source = { skuId: 'sku', groupId: null, state: 'Active', error: 'None', updatedAt: null } as const;
  const both = licensesOf([
    { ...source, disabledPlans: ['sway', 'yammer'] },
    { ...source, groupId: 'group', disabledPlans: ['yammer', 'teams'] },
    { ...source, groupId: 'other', state: 'Error', disabledPlans: [] },
  ]);
  assert.deepEqual(both.assigned, [{ skuId: 'sku', disabledPlans: ['yammer'] }]);
});

test('a day says exactly what it did', () => {
  const company = createCompany(origin, 2500, now);
  const before = new Map(truthOf(company).map((row) => [row.skuId, row]));
  const people = company.present();
  const report = passDay(
    company,
    changesOf(company, () => now),
    0,
    now,
  );
  assert.equal(company.present(), people + report.hired.length - report.left.length);
  assert.ok(report.left.every((id) => company.deleted().has(Number(company.indexOf(id)))));
  for (const { userId, to } of report.moved) {
    assert.equal(company.person(Number(company.indexOf(userId))).department, to);
  }
  const touched = [
    ...report.left,
    ...report.hired,
    ...[report.moved, report.assigned, report.unassigned].flat().map(({ userId }) => userId),
  ];
  assert.equal(new Set(touched).size, touched.length);
  for (const { skuId, units } of report.lapsed) {
    const row = truthOf(company).find((each) => each.skuId === skuId);
    assert.equal(Number(row?.enabled), Number(before.get(skuId)?.enabled) - units);
    assert.equal(Number(row?.warning), Number(before.get(skuId)?.warning) + units);
  }
});

test('units are set to the number that is asked for, with one subscription or several', () => {
  const company = createCompany(origin, 300, now);
  const change = changesOf(company, () => now);
  const truth = () => truthOf(company).find(({ skuId }) => skuId === products.e3.skuId);
  for (const enabled of [500, 3, 0, 18]) {
    change.setUnits(products.e3.skuId, { enabled, suspended: 7 });
    assert.deepEqual([truth()?.enabled, truth()?.suspended], [enabled, 7]);
  }
  const skuId = change.addSku({ skuPartNumber: 'NEW', enabled: 4 });
  assert.equal(truthOf(company).find((row) => row.skuId === skuId)?.enabled, 4);
  change.setDeviceConsumers(skuId, 3);
  assert.equal(truthOf(company).find((row) => row.skuId === skuId)?.consumed, 3);
  assert.throws(() => change.setUnits('nothing', { enabled: 1 }), RangeError);
});

test('a SKU that is removed stays on the people who hold it', () => {
  const company = createCompany(origin, 300, now);
  const holders = truthOf(company).find(({ skuId }) => skuId === products.e5.skuId)?.holders;
  changesOf(company, () => now).removeSku(products.e5.skuId);
  const row = truthOf(company).find(({ skuId }) => skuId === products.e5.skuId);
  assert.deepEqual(
    [row?.skuPartNumber, row?.enabled, row?.consumed, row?.holders],
    [null, null, null, holders],
  );
});

/** Holders and waiting of every SKU of the truth, user by user. */
function counted(company: Company): readonly object[] {
  const indexes = Array.from({ length: company.size() }, (_, index) => index).filter((index) =>
    company.isPresent(index),
  );
  const everybody = indexes.map((index) => company.licenses(index));
  return truthOf(company).map(({ skuId }) => {
    const holding = everybody.filter(({ assigned }) => assigned.some((each) => each.skuId === skuId));
    const waiting = everybody
      .filter((each) => !holding.includes(each))
      .flatMap(({ assignments }) =>
        assignments.filter((each) => each.skuId === skuId && each.state === 'Error'),
      );
    return { skuId, holders: holding.length, waiting: waiting.length };
  });
}
