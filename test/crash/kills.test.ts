import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killCollections } from './kills.ts';

test('F-KL-01: 100 collections killed at any moment leave yesterday or today, whole, and the next one goes on (sqlite)', async () => {
  const toll = await killCollections({ kills: 100, seed: 1 });
  assert.deepEqual(toll.violations, []);
  assert.ok(toll.before > 0 && toll.during > 0 && toll.inTransaction > 0, JSON.stringify(toll));
});

test('F-KL-01: 10 collections killed at any moment leave yesterday or today, whole, and the next one goes on (postgres)', async () => {
  const toll = await killCollections({ kills: 10, seed: 2, engine: 'postgres' });
  assert.deepEqual(toll.violations, []);
});
