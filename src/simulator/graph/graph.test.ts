import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulator } from '../simulator.ts';
import { askToken, eventual, onlyTenant, readAll, signIn } from '../testing/client.ts';

const e5 = '06ebc4ee-1bb5-47dd-8120-11324bc54e06';

type Refusal = readonly [
  path: string,
  status: number,
  code: string,
  headers?: Readonly<Record<string, string>>,
];

const refusals: readonly Refusal[] = [
  ['/users?$top=1000', 400, 'Request_UnsupportedQuery'],
  ['/users?$top=0', 400, 'Request_UnsupportedQuery'],
  ['/users?$skip=5', 400, 'Request_BadRequest'],
  ['/users?$search="displayName:a"', 400, 'Request_UnsupportedQuery'],
  ['/users?$select=id,nonsense', 400, 'BadRequest'],
  ['/users?$select=id,mailboxSettings', 501, 'NotImplemented'],
  ['/users?$select=id,signInActivity', 403, 'Authentication_MSGraphPermissionMissing'],
  ['/users?$filter=licenseAssignmentStates eq null', 400, 'Request_UnsupportedQuery'],
  ["/users?$filter=endsWith(mail,'a')", 400, 'Request_UnsupportedQuery'],
  ["/users?$filter=endsWith(mail,'a')", 400, 'Request_UnsupportedQuery', eventual],
  ["/users?$filter=companyName eq 'a'&$count=true", 400, 'Request_UnsupportedQuery'],
  ['/users?$filter=assignedLicenses/$count ne 0', 400, 'Request_UnsupportedQuery'],
  ['/users?$filter=displayName eq', 400, 'Request_BadRequest'],
  ['/users/$count', 400, 'Request_BadRequest'],
  ['/users?$skiptoken=nonsense', 400, 'Directory_ExpiredPageToken'],
  ['/users/11111111-2222-4333-8444-555555555555', 404, 'Request_ResourceNotFound'],
  ["/applications(appId='11111111-2222-4333-8444-555555555555')", 404, 'Request_ResourceNotFound'],
  ['/groups?$filter=createdDateTime ge 2020-01-01T00:00:00Z', 400, 'Request_UnsupportedQuery'],
  ['/subscribedSkus?$top=5', 400, 'Request_UnsupportedQuery'],
  ['/users/delta', 501, 'NotImplemented'],
  ["/reports/getOffice365ActiveUserDetail(period='D7')", 501, 'NotImplemented'],
  ['/$batch', 501, 'NotImplemented'],
];

test('answers what it does not do, or not like this, as documented', async () => {
  await using simulator = await startSimulator({ users: 120 });
  const get = await signIn(simulator);
  for (const [path, status, code, headers] of refusals) {
    const answer = await get(path, headers);
    assert.deepEqual([answer.status, answer.code], [status, code], path);
  }
});

test('filters give what the unfiltered listing holds of it', async () => {
  await using simulator = await startSimulator({ users: 700 });
  const get = await signIn(simulator);
  const all = await readAll(
    get,
    '/users?$select=id,userPrincipalName,userType,accountEnabled,assignedLicenses',
  );
  const licenses = (row: (typeof all)[number]) =>
    row['assignedLicenses'] as readonly { readonly skuId: string }[];
  const filters: Readonly<Record<string, (row: (typeof all)[number]) => boolean>> = {
    "userType eq 'Guest'": (row) => row['userType'] === 'Guest',
    "userType ne 'Guest'": (row) => row['userType'] !== 'Guest',
    'accountEnabled eq false': (row) => row['accountEnabled'] === false,
    "startsWith(userPrincipalName,'a')": (row) => String(row['userPrincipalName']).startsWith('a'),
    "not(startsWith(userPrincipalName,'a')) and accountEnabled eq true": (row) =>
      !String(row['userPrincipalName']).startsWith('a') && row['accountEnabled'] === true,
    "userType in ('Guest','Nobody') or accountEnabled eq false": (row) =>
      row['userType'] === 'Guest' || row['accountEnabled'] === false,
    'assignedLicenses/$count ne 0': (row) => licenses(row).length > 0,
    [`assignedLicenses/any(x:x/skuId eq ${e5})`]: (row) => licenses(row).some(({ skuId }) => skuId === e5),
    "userPrincipalName ge 'm' and userPrincipalName le 'p'": (row) =>
      String(row['userPrincipalName']) >= 'm' && String(row['userPrincipalName']) <= 'p',
  };
  for (const [filter, isWanted] of Object.entries(filters)) {
    const query = `$filter=${encodeURIComponent(filter)}`;
    const found = await readAll(get, `/users?${query}&$select=id&$count=true&$top=50`, eventual);
    const wanted = all.filter(isWanted).map(({ id }) => id);
    assert.ok(wanted.length > 0 && wanted.length < all.length, filter);
    assert.deepEqual(
      found.map(({ id }) => id),
      wanted,
      filter,
    );
    assert.equal((await get(`/users/$count?${query}`, eventual)).text, String(wanted.length), filter);
  }
});

test('the second page of a SKU filter needs the advanced parameters, as with the real service', async () => {
  await using simulator = await startSimulator({ users: 300 });
  const get = await signIn(simulator);
  const first = await get(`/users?$filter=assignedLicenses/any(x:x/skuId eq ${e5})&$top=5`);
  assert.equal(first.status, 200);
  const second = await get(String(first.body['@odata.nextLink']));
  assert.deepEqual([second.status, second.code], [400, 'Directory_ExpiredPageToken']);
});

test('the token of a page link is worth nothing in another query', async () => {
  await using simulator = await startSimulator({ users: 30 });
  const get = await signIn(simulator);
  const link = new URL(String((await get('/users?$select=id&$top=5')).body['@odata.nextLink']));
  const token = link.searchParams.get('$skiptoken');
  assert.equal((await get(`/users?$select=id&$top=5&$skiptoken=${token}`)).status, 200);
  const other = await get(`/users?$select=id&$top=6&$skiptoken=${token}`);
  assert.deepEqual([other.status, other.code], [400, 'Directory_ExpiredPageToken']);
});

test('a user is found by id in any letter case and by principal name', async () => {
  await using simulator = await startSimulator({ users: 50 });
  const get = await signIn(simulator);
  const [, user] = (await get('/users?$select=id,userPrincipalName')).value;
  for (const name of [
    String(user?.['id']).toUpperCase(),
    encodeURIComponent(String(user?.['userPrincipalName'])),
  ]) {
    assert.equal((await get(`/users/${name}?$select=id`)).body['id'], user?.['id']);
  }
});

test('groups with errors can be filtered for, and name their members in error', async () => {
  await using simulator = await startSimulator({ users: 900 });
  const get = await signIn(simulator);
  const groups = await readAll(get, '/groups?$filter=hasMembersWithLicenseErrors eq true&$select=id');
  assert.ok(groups.length > 1);
  for (const { id } of groups) {
    const members = await readAll(
      get,
      `/groups/${String(id)}/membersWithLicenseErrors?$select=id,licenseAssignmentStates`,
    );
    assert.ok(members.length > 0);
    assert.ok(members.every((each) => JSON.stringify(each['licenseAssignmentStates']).includes(String(id))));
  }
  const [licensed] = onlyTenant(simulator).groups();
  const members = await readAll(
    get,
    `/groups/${licensed?.id}/members?$select=id,licenseAssignmentStates&$top=999`,
  );
  assert.ok(members.length > 0);
  assert.ok(
    members.every((each) => JSON.stringify(each['licenseAssignmentStates']).includes(String(licensed?.id))),
  );
});

test('a deleted user is listed in the bin alone, under a name with its id before it', async () => {
  await using simulator = await startSimulator({ users: 50 });
  const tenant = onlyTenant(simulator);
  const get = await signIn(simulator);
  const [user] = (await get('/users?$select=id,userPrincipalName&$top=1')).value;
  tenant.change.removeUser(String(user?.['id']));
  assert.equal((await get(`/users/${String(user?.['id'])}`)).status, 404);
  const path =
    '/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName,deletedDateTime&$count=true';
  const bin = await get(`${path}&$orderby=deletedDateTime desc`, eventual);
  assert.equal(bin.body['@odata.count'], tenant.deletedUserIds().length);
  assert.deepEqual(
    [bin.value[0]?.['id'], bin.value[0]?.['userPrincipalName']],
    [user?.['id'], `${String(user?.['id']).replaceAll('-', '')}${String(user?.['userPrincipalName'])}`],
  );
});

test('every call needs one of its permissions, at the moment of the call', async () => {
  await using simulator = await startSimulator({ users: 20 });
  const tenant = onlyTenant(simulator);
  const get = await signIn(simulator);
  tenant.permissions.revoke('Directory.Read.All');
  const paths = [
    '/subscribedSkus',
    '/directory/subscriptions',
    '/groups',
    `/applications(appId='${tenant.clientId}')`,
  ];
  for (const path of paths) {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.code], [403, 'Authorization_RequestDenied'], path);
  }
  assert.equal((await get('/users')).status, 200);
  const [organization] = (await get('/organization')).value;
  assert.equal(organization?.['displayName'], tenant.displayName);
  assert.equal(organization?.['tenantType'], null);

  tenant.permissions.revoke('User.Read.All');
  assert.equal((await get('/users')).status, 403);
  tenant.permissions.grant('Directory.Read.All');
  assert.equal((await get('/subscribedSkus')).status, 200, 'the token was made with that role');
});

test('a role granted after the token was made counts from the next token on', async () => {
  await using simulator = await startSimulator({ users: 20 });
  const tenant = onlyTenant(simulator);
  tenant.permissions.revoke('Directory.Read.All');
  const before = await signIn(simulator);
  tenant.permissions.grant('Directory.Read.All');
  assert.equal((await before('/subscribedSkus')).status, 403);
  assert.equal((await (await signIn(simulator))('/subscribedSkus')).status, 200);
});

test('a token is refused where the application is gone, disabled or another service is meant', async () => {
  await using simulator = await startSimulator({ users: 5 });
  const tenant = onlyTenant(simulator);
  const get = await signIn(simulator);
  const code = async (authorization: string) => (await get('/organization', { authorization })).code;
  assert.equal(await code(''), 'InvalidAuthenticationToken');
  assert.equal(await code('Bearer nonsense'), 'InvalidAuthenticationToken');
  await using other = await startSimulator({ users: 5 });
  const foreign = await askToken(other, onlyTenant(other));
  assert.equal(await code(`Bearer ${String(foreign.body['access_token'])}`), 'InvalidAuthenticationToken');

  tenant.app.disable();
  assert.equal((await get('/organization')).code, 'Authorization_IdentityDisabled');
  tenant.app.enable();
  tenant.app.removeServicePrincipal();
  assert.equal((await get('/organization')).code, 'Authorization_IdentityNotFound');
});

test('every answer has the documented headers and gives the client request id back', async () => {
  await using simulator = await startSimulator({ users: 5 });
  const get = await signIn(simulator);
  const id = '99999999-2222-4333-8444-555555555555';
  const { headers } = await get('/users?$select=id', { 'client-request-id': id });
  assert.equal(headers.get('client-request-id'), id);
  assert.match(String(headers.get('request-id')), /^[0-9a-f-]{36}$/u);
  assert.equal(headers.get('x-ms-resource-unit'), '1');
  assert.equal(headers.get('odata-version'), '4.0');
  assert.ok(headers.get('x-ms-ags-diagnostic'));
});

test('what an application may read about itself', async () => {
  await using simulator = await startSimulator({ users: 5 });
  const tenant = onlyTenant(simulator);
  const get = await signIn(simulator);
  const { body } = await get(`/applications(appId='${tenant.clientId}')?$select=id,passwordCredentials`);
  assert.equal(body['id'], tenant.objectId);
  const [secret] = body['passwordCredentials'] as readonly Readonly<Record<string, unknown>>[];
  assert.equal(secret?.['hint'], tenant.secret.slice(0, 3));
  assert.equal(secret?.['keyId'], tenant.secretId);
  assert.equal(secret?.['secretText'], null);
  const grants = await get(`/servicePrincipals(appId='${tenant.clientId}')/appRoleAssignments`);
  assert.equal(grants.value.length, 2);
});
