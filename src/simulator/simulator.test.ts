import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulator } from './simulator.ts';
import { eventual, onlyTenant, readAll, signIn } from './testing/client.ts';

const everything = '$top=999&$select=id,userPrincipalName,assignedLicenses,licenseAssignmentStates';

test('what its answers add up to is what it says it handed out', async () => {
  await using simulator = await startSimulator({ users: 1200, seed: 3 });
  const tenant = onlyTenant(simulator);
  const get = await signIn(simulator);
  const users = await readAll(get, `/users?${everything}`);
  const skus = await readAll(get, '/subscribedSkus');

  assert.equal(users.length, 1200);
  assert.equal(new Set(users.map(({ id }) => id)).size, 1200);
  assert.equal(new Set(users.map(({ userPrincipalName }) => userPrincipalName)).size, 1200);
  for (const row of tenant.truth()) {
    const held = users.filter((user) => skuIds(user['assignedLicenses']).includes(row.skuId));
    const ways = held.map((user) => sourcesOf(user['licenseAssignmentStates'], row.skuId));
    const isGroup = (id: string | null): boolean => id !== null;
    assert.equal(held.length, row.holders, `holders of ${row.skuId}`);
    assert.equal(ways.filter((way) => !way.some(isGroup)).length, row.direct);
    assert.equal(ways.filter((way) => way.every(isGroup)).length, row.group);
    assert.equal(ways.filter((way) => way.some(isGroup) && way.includes(null)).length, row.both);
    const sku = skus.find(({ skuId }) => skuId === row.skuId);
    assert.equal(sku?.['consumedUnits'] ?? null, row.consumed);
    assert.deepEqual(
      sku?.['prepaidUnits'] ?? null,
      row.enabled === null
        ? null
        : { enabled: row.enabled, suspended: row.suspended, warning: row.warning, lockedOut: row.lockedOut },
    );
  }
  assert.equal(skus.length, tenant.truth().filter(({ skuPartNumber }) => skuPartNumber !== null).length);
});

test('the units of every SKU are the sums of its subscriptions by status', async () => {
  await using simulator = await startSimulator({ users: 400 });
  const get = await signIn(simulator);
  const subscriptions = await readAll(get, '/directory/subscriptions?$top=3');
  for (const sku of await readAll(get, '/subscribedSkus')) {
    const ids = sku['subscriptionIds'] as readonly string[];
    const own = subscriptions.filter(({ id }) => ids.includes(String(id)));
    const sum = (status: string): number =>
      own.reduce((total, each) => total + (each['status'] === status ? Number(each['totalLicenses']) : 0), 0);
    assert.equal(own.length, ids.length);
    assert.deepEqual(sku['prepaidUnits'], {
      enabled: sum('Enabled'),
      suspended: sum('Suspended'),
      warning: sum('Warning'),
      lockedOut: sum('LockedOut'),
    });
  }
});

test('a company of 250 people has every case that a balance must tell apart', async () => {
  await using simulator = await startSimulator();
  const rows = onlyTenant(simulator).truth();
  const units = (partNumber: string) => {
    const row = rows.find(({ skuPartNumber }) => skuPartNumber === partNumber);
    assert.ok(row, partNumber);
    return { ...row, usable: Number(row.enabled) + Number(row.warning) };
  };
  assert.ok(
    units('STANDARDPACK').enabled === 0 && units('STANDARDPACK').usable >= units('STANDARDPACK').holders,
  );
  assert.ok(units('VISIOCLIENT').holders > units('VISIOCLIENT').usable, 'over-assigned');
  assert.ok(units('PROJECTPROFESSIONAL').usable === 0 && units('PROJECTPROFESSIONAL').holders > 0, 'ghosts');
  assert.ok(units('SPE_E3').both > 0 && Number(units('SPE_E3').warning) > 0);
  assert.ok(units('Microsoft_365_Copilot').waiting > 0);
  assert.equal(units('POWER_BI_STANDARD').enabled, 1_000_000);
  assert.equal(units('FLOW_FREE').enabled, 10_000);
  assert.equal(units('MCOMEETADV').usable, 0);
  assert.equal(units('INTUNE_A_D').holders, 0);
  assert.ok(Number(units('POWER_BI_PRO').lockedOut) > 0);
  assert.ok(
    rows.some((row) => row.skuPartNumber === null && row.holders > 0),
    'held without a subscription',
  );
});

test('a page has 100 users unless asked otherwise, and its link carries the whole query', async () => {
  await using simulator = await startSimulator({ users: 250 });
  const get = await signIn(simulator);
  const first = await get('/users?$select=id&$count=true', eventual);
  assert.equal(first.value.length, 100);
  assert.equal(first.body['@odata.count'], 250);
  assert.deepEqual(Object.keys(first.value[0] ?? {}), ['id']);
  const second = await get(String(first.body['@odata.nextLink']), eventual);
  assert.equal(second.value.length, 100);
  assert.equal(second.body['@odata.count'], undefined);
  assert.deepEqual(Object.keys(second.value[0] ?? {}), ['id']);
  const third = await get(String(second.body['@odata.nextLink']), eventual);
  assert.equal(third.value.length, 50);
  assert.equal(third.body['@odata.nextLink'], undefined);
});

test('without $select a user comes without licenses, type and state of the account', async () => {
  await using simulator = await startSimulator({ users: 5 });
  const get = await signIn(simulator);
  const [user] = (await get('/users')).value;
  assert.ok(user && 'displayName' in user);
  for (const name of ['assignedLicenses', 'userType', 'accountEnabled']) assert.ok(!(name in user), name);
});

test('the same seed makes the same tenant, another seed another one', async () => {
  await using one = await startSimulator({ seed: 7, users: 60 });
  await using same = await startSimulator({ seed: 7, users: 60 });
  await using other = await startSimulator({ seed: 8, users: 60 });
  assert.deepEqual(onlyTenant(one).truth(), onlyTenant(same).truth());
  assert.deepEqual(onlyTenant(one).user(5), onlyTenant(same).user(5));
  assert.notEqual(onlyTenant(one).id, onlyTenant(other).id);
});

test('a token of one tenant shows that tenant alone', async () => {
  await using simulator = await startSimulator({ tenants: 2, users: 20 });
  const [one, two] = simulator.tenants;
  assert.ok(one && two);
  const organization = await (await signIn(simulator, two))('/organization');
  assert.equal(organization.value[0]?.['id'], two.id);
  assert.notEqual(one.id, two.id);
});

test('requests are recorded without what they were authorized with', async () => {
  await using simulator = await startSimulator({ users: 20 });
  const get = await signIn(simulator);
  await get('/users/$count', eventual);
  const last = simulator.requests().at(-1);
  assert.equal(last?.path, '/v1.0/users/$count');
  assert.equal(last?.authorized, true);
  assert.equal(last?.tenantId, onlyTenant(simulator).id);
  assert.ok(!JSON.stringify(simulator.requests()).includes('Bearer'));
});

test('answers are compressed for who takes gzip, and plain where that is switched off', async () => {
  await using packed = await startSimulator({ users: 20 });
  await using plain = await startSimulator({ users: 20, compress: false });
  const encoding = async (simulator: typeof packed) =>
    (await (await signIn(simulator))('/users')).headers.get('content-encoding');
  assert.equal(await encoding(packed), 'gzip');
  assert.equal(await encoding(plain), null);
});

function skuIds(licenses: unknown): readonly string[] {
  return (licenses as readonly { readonly skuId: string }[]).map(({ skuId }) => skuId);
}

function sourcesOf(states: unknown, skuId: string): readonly (string | null)[] {
  type State = { readonly skuId: string; readonly state: string; readonly assignedByGroup: string | null };
  return (states as readonly State[])
    .filter((each) => each.skuId === skuId && each.state !== 'Error')
    .map((each) => each.assignedByGroup);
}
