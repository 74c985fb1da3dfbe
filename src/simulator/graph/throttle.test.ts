import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulator } from '../simulator.ts';
import { onlyTenant, signIn } from '../testing/client.ts';
import { documentedBudget, unitsOf } from './throttle.ts';

test('a used-up budget is answered with 429 and the time to wait, after which it is there again', async () => {
  let now = new Date('2026-05-01T08:00:00Z');
  await using simulator = await startSimulator({ users: 5, resourceUnitsPer10s: 10, now: () => now });
  const tenant = onlyTenant(simulator);
  const get = await signIn(simulator);
  for (let call = 0; call < 3; call++) assert.equal((await get('/subscribedSkus')).status, 200);
  const refused = await get('/subscribedSkus');
  assert.equal(refused.status, 429);
  assert.equal(refused.code, 'TooManyRequests');
  assert.equal(
    refused.headers.get('x-ms-throttle-scope'),
    `Tenant_Application/ReadWrite/${tenant.clientId}/${tenant.id}`,
  );
  const seconds = Number(refused.headers.get('retry-after'));
  assert.ok(seconds >= 1);
  now = new Date(now.getTime() + seconds * 1000);
  assert.equal((await get('/subscribedSkus')).status, 200);
});

test('the budget of one tenant is not that of another', async () => {
  const now = new Date('2026-05-01T08:00:00Z');
  await using simulator = await startSimulator({
    tenants: 2,
    users: 5,
    resourceUnitsPer10s: 3,
    now: () => now,
  });
  const [one, two] = await Promise.all(simulator.tenants.map((tenant) => signIn(simulator, tenant)));
  assert.ok(one && two);
  assert.equal((await one('/subscribedSkus')).status, 200);
  assert.equal((await one('/subscribedSkus')).status, 429);
  assert.equal((await two('/subscribedSkus')).status, 200);
});

test('an answered refusal costs nothing', async () => {
  const now = new Date('2026-05-01T08:00:00Z');
  await using simulator = await startSimulator({ users: 5, resourceUnitsPer10s: 2, now: () => now });
  const get = await signIn(simulator);
  for (let call = 0; call < 5; call++) assert.equal((await get('/users?$top=2000')).status, 400);
  assert.equal((await get('/users')).status, 200);
});

test('budgets and costs are the documented ones', () => {
  assert.deepEqual([49, 50, 500, 501].map(documentedBudget), [3500, 5000, 5000, 8000]);
  const units = (base: number, query: string) => unitsOf(base, new URLSearchParams(query));
  assert.equal(units(2, ''), 2);
  assert.equal(units(2, '$select=id&$top=999'), 1);
  assert.equal(units(3, '$top=5'), 2);
  assert.equal(units(2, '$select=id&$top=5'), 1);
  assert.equal(units(2, '$expand=manager'), 3);
});
