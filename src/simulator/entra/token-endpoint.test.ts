import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulator } from '../simulator.ts';
import type { SimulatedTenant, Simulator } from '../simulator.ts';
import { askToken, onlyTenant, signIn } from '../testing/client.ts';

type Case = {
  readonly name: string;
  readonly code: number;
  readonly status?: number;
  readonly error?: string;
  readonly fields?: Readonly<Record<string, string | null>>;
  readonly endpoint?: string;
  readonly arrange?: (tenant: SimulatedTenant) => void;
};

const yesterday = new Date(Date.now() - 86_400_000);

const cases: readonly Case[] = [
  {
    name: 'a wrong secret',
    code: 7000215,
    status: 401,
    error: 'invalid_client',
    fields: { client_secret: 'nothing' },
  },
  {
    name: 'an expired secret',
    code: 7000222,
    status: 401,
    error: 'invalid_client',
    arrange: (tenant) => tenant.app.endSecrets(yesterday),
  },
  {
    name: 'an application id that nobody has',
    code: 700016,
    error: 'unauthorized_client',
    fields: { client_id: '11111111-2222-4333-8444-555555555555' },
  },
  { name: 'a deleted application', code: 700016, arrange: (tenant) => tenant.app.remove() },
  {
    name: 'an application without a service principal',
    code: 7000229,
    status: 401,
    error: 'invalid_client',
    arrange: (tenant) => tenant.app.removeServicePrincipal(),
  },
  {
    name: 'a disabled application',
    code: 7000112,
    error: 'unauthorized_client',
    arrange: ({ app }) => app.disable(),
  },
  { name: 'a public client', code: 700025, status: 401, arrange: ({ app }) => app.makePublicClient() },
  { name: 'a tenant id that nobody has', code: 90002, endpoint: '11111111-2222-4333-8444-555555555555' },
  { name: 'a domain that nobody has', code: 90002, endpoint: 'nobody.example' },
  { name: 'a name that is neither id nor domain', code: 900023, endpoint: 'nonsense' },
  { name: 'a closed tenant', code: 5000224, arrange: (tenant) => tenant.setBlocked(true) },
  { name: '/common', code: 50194, endpoint: 'common' },
  { name: '/consumers', code: 9001023, endpoint: 'consumers' },
  {
    name: 'no credential',
    code: 7000218,
    status: 401,
    error: 'invalid_client',
    fields: { client_secret: null },
  },
  {
    name: 'a named scope',
    code: 1002012,
    error: 'invalid_scope',
    fields: { scope: 'https://x.example/User.Read' },
  },
  { name: 'two scopes', code: 70011, error: 'invalid_scope', fields: { scope: 'a/.default b/.default' } },
  {
    name: 'the Graph host of another cloud',
    code: 500011,
    error: 'invalid_resource',
    fields: { scope: 'https://graph.microsoft.us/.default' },
  },
  { name: 'no grant type', code: 90014, fields: { grant_type: null } },
  { name: 'another grant', code: 70003, error: 'unsupported_grant_type', fields: { grant_type: 'password' } },
  {
    name: 'a block by Conditional Access',
    code: 53003,
    error: 'invalid_grant',
    arrange: ({ app }) => app.blockByConditionalAccess(),
  },
];

for (const each of cases) {
  test(`refuses ${each.name} with AADSTS${each.code}`, async () => {
    await using simulator = await startSimulator({ users: 2 });
    const tenant = onlyTenant(simulator);
    each.arrange?.(tenant);
    const answer = await askToken(simulator, tenant, each.fields, each.endpoint);
    assert.equal(answer.status, each.status ?? 400);
    assert.deepEqual(answer.body['error_codes'], [each.code]);
    assert.equal(
      answer.body['error'],
      each.error ?? (each.code === 700016 ? 'unauthorized_client' : errorOf(each)),
    );
    assert.match(
      String(answer.body['error_description']),
      new RegExp(`^AADSTS${each.code}: .+ Trace ID: .+ Timestamp: .+Z$`, 'u'),
    );
    assert.ok(answer.headers.get('date'));
  });
}

test('the secret id in place of the value is a wrong secret', async () => {
  await using simulator = await startSimulator({ users: 2 });
  const tenant = onlyTenant(simulator);
  const answer = await askToken(simulator, tenant, { client_secret: tenant.secretId });
  assert.deepEqual(answer.body['error_codes'], [7000215]);
  assert.match(String(answer.body['error_description']), /not the client secret ID/u);
});

test('gives a token by tenant id, by domain, in any letter case, and ignores fields it does not know', async () => {
  await using simulator = await startSimulator({ users: 2 });
  const tenant = onlyTenant(simulator);
  for (const name of [tenant.id.toUpperCase(), tenant.domain, tenant.initialDomain]) {
    const answer = await askToken(simulator, tenant, { 'x-client-SKU': 'msal.js.node' }, name);
    assert.equal(answer.status, 200);
  }
});

test('takes the secret as HTTP Basic, percent-encoded', async () => {
  await using simulator = await startSimulator({ users: 2 });
  const tenant = onlyTenant(simulator);
  const basic = [tenant.clientId, tenant.secret].map(encodeURIComponent).join(':');
  const answer = await fetch(`${simulator.url}/${tenant.id}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: `${simulator.url}/.default` }),
  });
  assert.equal(answer.status, 200);
});

test('a token says who it is for, lives 60 to 90 minutes, and has no roles where none are granted', async () => {
  await using simulator = await startSimulator({ users: 2 });
  const tenant = onlyTenant(simulator);
  const claims = await claimsOf(simulator, tenant);
  assert.equal(claims['tid'], tenant.id);
  assert.equal(claims['appid'], tenant.clientId);
  assert.equal(claims['oid'], tenant.servicePrincipalId);
  assert.equal(claims['aud'], simulator.url);
  assert.deepEqual(claims['roles'], ['Directory.Read.All', 'User.Read.All']);
  const seconds = Number(claims['exp']) - Number(claims['iat']) - 300;
  assert.ok(seconds >= 3600 && seconds <= 5400);

  for (const role of tenant.permissions.list()) tenant.permissions.revoke(role);
  assert.equal((await claimsOf(simulator, tenant))['roles'], undefined);
});

test("every answer is dated by the simulator's own clock", async () => {
  const now = new Date('2026-05-01T08:00:00Z');
  await using simulator = await startSimulator({ users: 2, now: () => now });
  const answer = await askToken(simulator, onlyTenant(simulator), { client_secret: 'nothing' });
  assert.equal(answer.headers.get('date'), 'Fri, 01 May 2026 08:00:00 GMT');
  assert.equal(answer.body['timestamp'], '2026-05-01 08:00:00Z');
});

test('an expired token is refused by Graph with InvalidAuthenticationToken', async () => {
  let now = new Date('2026-05-01T08:00:00Z');
  await using simulator = await startSimulator({ users: 2, now: () => now, tokenSeconds: 600 });
  const get = await signIn(simulator);
  assert.equal((await get('/organization')).status, 200);
  now = new Date('2026-05-01T08:10:01Z');
  const answer = await get('/organization');
  assert.equal(answer.status, 401);
  assert.equal(answer.code, 'InvalidAuthenticationToken');
});

test('the OpenID document turns a domain into the tenant id, and is refused for a domain that nobody has', async () => {
  await using simulator = await startSimulator({ users: 2 });
  const tenant = onlyTenant(simulator);
  const found = await fetch(`${simulator.url}/${tenant.domain}/v2.0/.well-known/openid-configuration`);
  const document = (await found.json()) as { readonly issuer: string; readonly jwks_uri: string };
  assert.equal(document.issuer, `${simulator.url}/${tenant.id}/v2.0`);
  assert.equal((await fetch(document.jwks_uri)).status, 200);

  const missing = await fetch(`${simulator.url}/nobody.example/v2.0/.well-known/openid-configuration`);
  assert.equal(missing.status, 400);
  assert.match(await missing.text(), /AADSTS90002/u);
});

async function claimsOf(
  simulator: Simulator,
  tenant: SimulatedTenant,
): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await askToken(simulator, tenant);
  const [, claims = ''] = String(body['access_token']).split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}

function errorOf({ status }: Case): string {
  return status === 401 ? 'invalid_client' : 'invalid_request';
}
