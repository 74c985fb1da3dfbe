import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverTenant } from './discovery.ts';
import { MalformedAnswer, Unreachable } from './errors.ts';
import { createHttp } from './http.ts';
import { startServer, type Reply } from './testing/server.ts';

async function discover(tenant: string, reply: Reply | 'hang up') {
  await using server = await startServer(() => reply);
  const { http, close } = createHttp();
  const outcome = await discoverTenant(server.cloud, tenant, http).catch((error: unknown) => error);
  await close();
  return { outcome, path: server.requests[0]?.path };
}

test('finds the tenant of a domain, in lower case', async () => {
  const issuer = 'https://login.microsoftonline.com/ABCDEF00-0000-4000-8000-000000000001/v2.0';
  const { outcome, path } = await discover('contoso.com', { body: { issuer } });
  assert.deepEqual(outcome, { tenantId: 'abcdef00-0000-4000-8000-000000000001' });
  assert.equal(path, '/contoso.com/v2.0/.well-known/openid-configuration');
});

test('a text with a slash stays one part of the path', async () => {
  const { path } = await discover('a/../b?c', { status: 400 });
  assert.equal(path, '/a%2F..%2Fb%3Fc/v2.0/.well-known/openid-configuration');
});

test('an unknown tenant is null', async () => {
  const body = { error: 'invalid_tenant', error_codes: [90002] };
  assert.equal((await discover('nowhere.example', { status: 400, body })).outcome, null);
});

test('a host in trouble, a cut connection and a document without a tenant are not "no such tenant"', async () => {
  assert.ok((await discover('contoso.com', { status: 503 })).outcome instanceof Unreachable);
  assert.ok((await discover('contoso.com', 'hang up')).outcome instanceof Unreachable);
  for (const body of [{}, 'html', { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }]) {
    assert.ok((await discover('contoso.com', { body })).outcome instanceof MalformedAnswer);
  }
});
