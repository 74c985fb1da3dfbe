import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../../domain/secret.ts';
import type { Http } from '../../graph/http.ts';
import { answering, coded, connected, failure, setUp } from '../testing.ts';

const nowhere = '12121212-3434-4565-8787-909090909090';

test('B-TI-13 says what a tenant for customers lacks', async () => {
  await using here = await setUp();
  const row = { id: here.tenant.id, displayName: 'Shop', verifiedDomains: [], tenantType: 'CIAM' };
  here.simulator.intercept(answering('/organization', 200, { value: [row] }));
  assert.match(coded(connected(await here.connect()), 'B-TI-13').message, /CIAM.*change tracking/);
});

test('F-ID-09 stops where the token is for another tenant, before Graph is asked', async () => {
  await using here = await setUp({ tenants: 2 });
  const other = here.simulator.tenants[1];
  assert.ok(other);
  const warnings: string[] = [];
  const log = { debug: () => {}, warn: (_data: object, message: string) => void warnings.push(message) };
  // Something on the way sends the sign-in to another tenant, which knows the credential.
  const http: Http = (request) =>
    here.http({
      ...request,
      url: request.method === 'POST' ? request.url.replace(here.tenant.id, other.id) : request.url,
    });
  const input = { clientId: other.clientId, secret: new Secret(other.secret) };
  const { step, code, message } = failure(await here.connect(input, { http, log }));
  assert.deepEqual([step, code], ['identity', 'F-ID-09']);
  assert.ok(message.includes(here.tenant.id) && message.includes(other.id));
  assert.deepEqual(warnings, ['answers belong to another tenant']);
  assert.ok(!here.simulator.requests().some(({ path }) => path.startsWith('/v1.0')));
});

test('F-ID-09 stops where /organization describes another tenant', async () => {
  await using here = await setUp();
  here.simulator.intercept(
    answering('/organization', 200, { value: [{ id: nowhere, displayName: 'Fabrikam' }] }),
  );
  const { step, code, message } = failure(await here.connect());
  assert.deepEqual([step, code], ['identity', 'F-ID-09']);
  assert.ok(message.includes(nowhere));
  assert.ok(!here.simulator.requests().some(({ path }) => path.startsWith('/v1.0/users')));
});
