import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSecureSimulator } from '../testing/foreign.ts';
import { onlyTenant } from '../testing/client.ts';

const program = `
import { Client, PageIterator } from '@microsoft/microsoft-graph-client';
const { url, tenant, clientId, secret, listings } = JSON.parse(process.argv[1]);
const form = { client_id: clientId, client_secret: secret, grant_type: 'client_credentials', scope: url + '/.default' };
const answer = await fetch(url + '/' + tenant + '/oauth2/v2.0/token', { method: 'POST', body: new URLSearchParams(form) });
const token = (await answer.json()).access_token;
const client = Client.init({
  baseUrl: url + '/',
  customHosts: new Set(['localhost']),
  authProvider: (done) => done(null, token),
});
const headers = { ConsistencyLevel: 'eventual' };
const read = {};
for (const [name, path] of Object.entries(listings)) {
  try {
    const ids = [];
    const first = await client.api(path).headers(headers).get();
    await new PageIterator(client, first, ({ id }) => ids.push(id) > 0, { headers }).iterate();
    read[name] = ids;
  } catch (error) {
    read[name] = { status: error.statusCode, code: error.code };
  }
}
console.log(JSON.stringify(read));
`;

test("Microsoft's own client reads every page of every listing, and understands a refusal", async () => {
  await using secure = await startSecureSimulator({ users: 640 });
  const { url } = secure.simulator;
  const tenant = onlyTenant(secure.simulator);
  const read = await secure.run(program, {
    url,
    tenant: tenant.id,
    clientId: tenant.clientId,
    secret: tenant.secret,
    listings: {
      users: '/users?$top=99&$select=id,assignedLicenses&$count=true',
      groups: '/groups?$top=2&$filter=assignedLicenses/$count ne 0&$count=true&$select=id',
      skus: '/subscribedSkus',
      subscriptions: '/directory/subscriptions?$top=5',
      deleted: '/directory/deletedItems/microsoft.graph.user?$top=2',
      refused: '/users?$top=1000',
    },
  });
  const { users, groups, skus, subscriptions, deleted, refused } = read as Record<string, readonly string[]>;
  assert.equal(new Set(users).size, tenant.userCount());
  assert.deepEqual(
    groups,
    tenant.groups().flatMap(({ id, skuIds }) => (skuIds.length > 0 ? [id] : [])),
  );
  assert.deepEqual(
    skus,
    tenant
      .truth()
      .flatMap(({ skuId, skuPartNumber }) => (skuPartNumber === null ? [] : [`${tenant.id}_${skuId}`])),
  );
  assert.ok(subscriptions && skus && new Set(subscriptions).size > skus.length);
  assert.deepEqual(deleted, tenant.deletedUserIds());
  assert.deepEqual(refused, { status: 400, code: 'Request_UnsupportedQuery' });
});
