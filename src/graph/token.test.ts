import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../domain/secret.ts';
import { readCertificate } from './certificate.ts';
import { makeCertificate } from './testing/certificates.ts';
import type { Cloud } from './clouds.ts';
import type { Credential } from './credential.ts';
import { IdentityError, MalformedAnswer, Unreachable } from './errors.ts';
import { createHttp } from './http.ts';
import { startServer, virtualClock, type Reply } from './testing/server.ts';
import { createTokenSource } from './token.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '22222222-2222-4222-8222-222222222222';
const secret: Credential = { kind: 'secret', secret: new Secret('a+b&c%d=e~f') };

function sourceOn(cloud: Cloud, credential: Credential = secret, clock = virtualClock()) {
  const { http, close } = createHttp();
  const token = createTokenSource({ cloud, tenantId, clientId, credential, http, now: clock.now });
  return { token, clock, [Symbol.asyncDispose]: close };
}

function issued(claims: object, expires_in: unknown = 3600): Reply {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    body: { token_type: 'Bearer', expires_in, access_token: `${part({})}.${part(claims)}.signature` },
  };
}

test('signs in with a secret by one request, over plain http on this machine, and tells what the token says', async () => {
  const claims = { tid: tenantId, appid: clientId, roles: ['User.Read.All'] };
  await using server = await startServer(() => issued(claims, '3600'));
  await using on = sourceOn(server.cloud);
  const token = await on.token();
  assert.deepEqual(
    [token.tenantId, token.issuedClientId, token.roles, token.expiresAt.toISOString()],
    [tenantId, clientId, ['User.Read.All'], '2026-11-24T09:00:00.000Z'],
  );
  assert.match(token.value.reveal(), /\.signature$/);
  assert.equal(server.requests.length, 1);
  const [seen] = server.requests;
  assert.equal(seen?.path.split('?')[0], `/${tenantId}/oauth2/v2.0/token`);
  const form = new URLSearchParams(seen.body);
  assert.deepEqual(
    ['grant_type', 'client_id', 'client_secret', 'scope'].map((name) => form.get(name)),
    ['client_credentials', clientId, 'a+b&c%d=e~f', `${server.url}/.default`],
  );
});

test('signs in with a certificate by an assertion that names it', async () => {
  const { certificate, key } = makeCertificate({});
  const now = new Date('2026-06-01');
  const credential = readCertificate(Buffer.from(certificate + key), undefined, now);
  await using server = await startServer(() => issued({}));
  await using on = sourceOn(server.cloud, credential);
  await on.token();
  const form = new URLSearchParams(server.requests[0]?.body);
  assert.equal(form.get('client_secret'), null);
  const [header = '', payload = ''] = (form.get('client_assertion') ?? '').split('.');
  const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  assert.equal(decoded(header).alg, 'PS256');
  assert.equal(decoded(header)['x5t#S256'], Buffer.from(credential.sha256, 'hex').toString('base64url'));
  assert.equal(decoded(payload).iss, clientId);
  assert.match(decoded(payload).aud, new RegExp(`/${tenantId}/oauth2/v2.0/token$`));
});

test('an app without permissions has no roles, and a token that cannot be read leaves them unknown', async () => {
  await using server = await startServer((_, nth) =>
    nth === 1 ? issued({ tid: tenantId }) : { body: { access_token: 'opaque', expires_in: 3600 } },
  );
  await using on = sourceOn(server.cloud);
  assert.deepEqual((await on.token()).roles, []);
  const opaque = await on.token({ fresh: true });
  assert.deepEqual([opaque.roles, opaque.tenantId, opaque.issuedClientId], [null, null, null]);
});

test('keeps a token until five minutes before its end, and callers at once share a request', async () => {
  await using server = await startServer(() => issued({}));
  await using on = sourceOn(server.cloud);
  await Promise.all([on.token(), on.token(), on.token()]);
  assert.equal(server.requests.length, 1);
  await on.clock.wait(54 * 60_000);
  await on.token();
  assert.equal(server.requests.length, 1);
  await on.clock.wait(60_000);
  await on.token();
  assert.equal(server.requests.length, 2);
  await on.token({ fresh: true });
  assert.equal(server.requests.length, 3);
});

test('a token of four minutes is used for two', async () => {
  await using server = await startServer(() => issued({}, 240));
  await using on = sourceOn(server.cloud);
  await on.token();
  await on.clock.wait(119_000);
  await on.token();
  assert.equal(server.requests.length, 1);
  await on.clock.wait(1000);
  await on.token();
  assert.equal(server.requests.length, 2);
});

test('a 200 without a token is malformed, never an empty token', async () => {
  for (const body of [{}, '', 'html', [], { access_token: '', expires_in: 1 }, { access_token: 'x' }]) {
    await using server = await startServer(() => ({ body }));
    await using on = sourceOn(server.cloud);
    await assert.rejects(on.token(), MalformedAnswer, JSON.stringify(body));
  }
});

test('no message of a malformed answer holds the token that came with it', async () => {
  await using server = await startServer(() => ({ body: { access_token: 'canary-token' } }));
  await using on = sourceOn(server.cloud);
  const error = await on.token().catch((failure: unknown) => failure);
  assert.doesNotMatch(String(error), /canary/);
});

test('a refusal is told with its codes and ids, and without the trailer', async () => {
  await using server = await startServer(() => ({
    status: 401,
    body: {
      error: 'invalid_client',
      error_description:
        'AADSTS7000222: The provided client secret keys are expired.\r\nTrace ID: t\r\nCorrelation ID: c\r\nTimestamp: 2026',
      error_codes: [7000222],
      trace_id: 't-1',
      correlation_id: 'c-1',
    },
  }));
  await using on = sourceOn(server.cloud);
  const error = await on.token().catch((failure: unknown) => failure);
  assert.ok(error instanceof IdentityError);
  assert.deepEqual(
    [error.oauthError, error.aadsts, error.httpStatus, error.traceId, error.correlationId],
    ['invalid_client', 7000222, 401, 't-1', 'c-1'],
  );
  assert.equal(
    error.message,
    'Microsoft Entra gave no token (401): AADSTS7000222: The provided client secret keys are expired.',
  );
});

test('F-ID-14 a refusal tells how far the clock of this machine is ahead of Microsoft', async () => {
  for (const [date, ahead] of [
    ['Tue, 24 Nov 2026 07:50:00 GMT', 600],
    ['Tue, 24 Nov 2026 08:10:00 GMT', -600],
  ] as const) {
    await using server = await startServer(() => ({
      status: 401,
      headers: { date },
      body: {
        error: 'invalid_client',
        error_description: 'AADSTS700024: out of range.',
        error_codes: [700024],
      },
    }));
    await using on = sourceOn(server.cloud);
    await assert.rejects(on.token(), { aadsts: 700024, clockAheadSeconds: ahead });
  }
});

test('after a 429 or 503 the next call asks Microsoft again, whatever MSAL remembers', async () => {
  for (const status of [429, 503]) {
    await using server = await startServer((_, nth) =>
      nth <= 2
        ? { status, headers: { 'retry-after': '60' }, body: { error: 'temporarily_unavailable' } }
        : issued({}),
    );
    await using on = sourceOn(server.cloud);
    const error = await on.token().catch((failure: unknown) => failure);
    assert.ok(error instanceof IdentityError);
    assert.deepEqual([error.httpStatus, error.retryAt?.toISOString()], [status, '2026-11-24T08:01:00.000Z']);
    await assert.rejects(on.token(), IdentityError);
    assert.equal(server.requests.length, 2);
    await on.token();
  }
});

test('an error page of a proxy is told with its start', async () => {
  await using server = await startServer(() => ({ status: 403, body: '<h1>Blocked by the proxy</h1>' }));
  await using on = sourceOn(server.cloud);
  await assert.rejects(on.token(), {
    name: 'IdentityError',
    oauthError: '',
    message: /403.*Blocked by the proxy/,
  });
});

test('a sign-in host that cannot be reached is unreachable, and is asked again by the next call', async () => {
  await using server = await startServer((_, nth) => (nth === 1 ? 'hang up' : issued({})));
  await using on = sourceOn(server.cloud);
  await assert.rejects(on.token(), Unreachable);
  assert.match((await on.token()).value.reveal(), /\.signature$/);
});
