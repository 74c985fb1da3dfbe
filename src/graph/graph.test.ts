import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphError, IdentityError, MalformedAnswer, PutOff } from './errors.ts';
import { createTokenSource } from './token.ts';
import { Secret } from '../domain/secret.ts';
import { createHttp } from './http.ts';
import { graphOn, numberedTokens, startServer, virtualClock, type Reply } from './testing/server.ts';

const users = { path: '/users', units: 2 } as const;
const fine: Reply = { body: { value: [] } };

test('every request carries what Microsoft and its support need, and the log tells it without secrets', async () => {
  await using server = await startServer(() => ({ body: { id: 1 }, headers: { 'x-ms-resource-unit': '3' } }));
  await using on = graphOn(server.cloud);
  const query = { $filter: "userPrincipalName eq 'ann@contoso.com'", $select: 'id,mail' };
  assert.deepEqual(await on.graph.object({ path: '/users', query, units: 2 }), { id: 1 });
  const [seen] = server.requests;
  assert.equal(
    seen?.path,
    '/v1.0/users?$filter=userPrincipalName%20eq%20%27ann%40contoso.com%27&$select=id,mail',
  );
  assert.equal(seen.headers['authorization'], 'Bearer token-1');
  assert.equal(seen.headers['accept'], 'application/json');
  assert.equal(seen.headers['x-ms-throttle-priority'], 'Low');
  assert.match(String(seen.headers['client-request-id']), /^[0-9a-f-]{36}$/);
  assert.equal(seen.headers['consistencylevel'], undefined);
  assert.deepEqual(on.graph.statistics(), { requests: 1, throttled: 0, resourceUnits: 3 });
  assert.match(JSON.stringify(on.lines), /"path":"\/v1.0\/users\?\$filter&\$select".*"status":200/);
  assert.doesNotMatch(JSON.stringify(on.lines), /token-1|contoso/);
});

test('reads a count, with or without a byte order mark', async () => {
  for (const body of ['893', '\uFEFF893', '893\n']) {
    await using server = await startServer(() => ({ body, headers: { 'content-type': 'text/plain' } }));
    await using on = graphOn(server.cloud);
    assert.equal(await on.graph.count('/users/$count'), 893);
    assert.equal(server.requests[0]?.headers['consistencylevel'], 'eventual');
  }
});

test('a count that is no number is malformed', async () => {
  await using server = await startServer(() => ({ body: '<html>' }));
  await using on = graphOn(server.cloud);
  await assert.rejects(on.graph.count('/users/$count'), MalformedAnswer);
});

test('refuses a path that would lead elsewhere', async () => {
  await using server = await startServer(() => fine);
  await using on = graphOn(server.cloud);
  for (const path of ['/../beta/users', '/users?$expand=x', '/users#x', 'users', '/us ers']) {
    await assert.rejects(async () => on.graph.object({ path, units: 1 }), TypeError, path);
  }
  assert.equal(server.requests.length, 0);
});

test('F-ID-07 a 401 gets one fresh token and the same request again', async () => {
  await using server = await startServer((_, nth) =>
    nth === 1 ? refusal(401, 'InvalidAuthenticationToken') : fine,
  );
  await using on = graphOn(server.cloud);
  await on.graph.object(users);
  assert.deepEqual(
    server.requests.map(({ path, headers }) => [path, headers['authorization']]),
    [
      ['/v1.0/users', 'Bearer token-1'],
      ['/v1.0/users', 'Bearer token-2'],
    ],
  );
});

test('F-ID-07 a second 401 fails', async () => {
  await using server = await startServer(() => refusal(401, 'InvalidAuthenticationToken'));
  await using on = graphOn(server.cloud);
  await assert.rejects(on.graph.object(users), { name: 'GraphError', httpStatus: 401 });
  assert.equal(server.requests.length, 2);
});

test('one refresh serves requests that are refused at the same time', async () => {
  await using server = await startServer(({ headers }) =>
    headers['authorization'] === 'Bearer token-1' ? refusal(401, 'InvalidAuthenticationToken') : fine,
  );
  await using on = graphOn(server.cloud);
  await Promise.all([on.graph.object(users), on.graph.object(users), on.graph.object(users)]);
  const bearers = new Set(server.requests.map(({ headers }) => headers['authorization']));
  assert.deepEqual(bearers, new Set(['Bearer token-1', 'Bearer token-2']));
});

test('an app that Graph does not know yet is given two minutes, with a new token each time', async () => {
  await using server = await startServer((_, nth) =>
    nth <= 3 ? refusal(401, 'Authorization_IdentityNotFound') : fine,
  );
  await using on = graphOn(server.cloud);
  await on.graph.object(users);
  assert.deepEqual(on.clock.waits, [15_000, 30_000, 45_000]);
  assert.equal(server.requests.at(-1)?.headers['authorization'], 'Bearer token-4');
});

test('an app that Graph still does not know after two minutes fails', async () => {
  await using server = await startServer(() => refusal(401, 'Authorization_IdentityNotFound'));
  await using on = graphOn(server.cloud);
  await assert.rejects(on.graph.object(users), { code: 'Authorization_IdentityNotFound' });
  assert.equal(
    on.clock.waits.reduce((sum, wait) => sum + wait),
    120_000,
  );
});

test('F-GR-01 a 429 with Retry-After holds back every request of this Graph for that long', async () => {
  const clock = virtualClock();
  const at: number[] = [];
  await using server = await startServer((_, nth) => {
    at.push(clock.now().getTime());
    return nth === 1 ? { ...refusal(429, 'TooManyRequests'), headers: { 'retry-after': '17' } } : fine;
  });
  await using on = graphOn(server.cloud, { clock });
  await using other = graphOn(server.cloud, { clock: virtualClock() });
  await on.graph.object(users);
  await Promise.all([on.graph.object(users), on.graph.object(users)]);
  const [first = 0, ...later] = at;
  assert.ok(later.every((moment) => moment - first >= 17_000));
  assert.equal(later.length, 3);
  assert.equal(on.graph.statistics().throttled, 1);
  assert.equal(on.waits.length, 1);
  await other.graph.object(users);
  assert.deepEqual(other.clock.waits, []);
});

test('F-GR-01 requests that are made during a pause wait for its end', async () => {
  const clock = virtualClock();
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const slow = { ...clock, wait: (ms: number) => gate.then(() => clock.wait(ms)) };
  await using server = await startServer((_, nth) =>
    nth === 1 ? { ...refusal(429, 'TooManyRequests'), headers: { 'retry-after': '17' } } : fine,
  );
  await using on = graphOn(server.cloud, { clock: slow });
  const first = on.graph.object(users);
  while (on.waits.length === 0) await new Promise(setImmediate);
  const second = on.graph.object({ path: '/groups', units: 1 });
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
  assert.equal(server.requests.length, 1);
  release();
  await Promise.all([first, second]);
  assert.equal(server.requests.length, 3);
});

test('takes Retry-After as a date by the clock of the server', async () => {
  await using server = await startServer((_, nth) => ({
    ...(nth === 1 ? refusal(503, '') : fine),
    headers: { date: 'Tue, 24 Nov 2026 11:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 11:00:09 GMT' },
  }));
  await using on = graphOn(server.cloud, { random: () => 0 });
  await on.graph.object(users);
  assert.deepEqual(on.clock.waits, [9000]);
});

test('F-GR-02 without Retry-After the waits grow from 1 to 64 seconds, each with full jitter', async () => {
  await using server = await startServer((_, nth) => (nth <= 9 ? refusal(500, '') : fine));
  await using on = graphOn(server.cloud, { random: () => 1 });
  await on.graph.object(users);
  assert.deepEqual(
    on.clock.waits.map((ms) => ms / 1000),
    [1, 2, 4, 8, 16, 32, 64, 64, 64],
  );
  await using server2 = await startServer((_, nth) => (nth <= 2 ? refusal(429, '') : fine));
  await using on2 = graphOn(server2.cloud, { random: () => 0.25 });
  await on2.graph.object(users);
  assert.deepEqual(on2.clock.waits, [250, 500]);
});

test('a wait of more than two minutes puts the run off', async () => {
  await using server = await startServer(() => ({ ...refusal(429, ''), headers: { 'retry-after': '600' } }));
  await using on = graphOn(server.cloud, { random: () => 0 });
  const error = await on.graph.object(users).catch((failure: unknown) => failure);
  assert.ok(error instanceof PutOff);
  assert.equal(error.until.toISOString(), '2026-11-24T08:10:00.000Z');
  assert.equal(server.requests.length, 1);
});

test('endless throttling puts the run off, an endless outage fails it, both after 16 attempts', async () => {
  for (const [status, name] of [
    [429, 'PutOff'],
    [503, 'GraphError'],
  ] as const) {
    await using server = await startServer(() => refusal(status, ''));
    await using on = graphOn(server.cloud);
    await assert.rejects(on.graph.object(users), { name });
    assert.equal(server.requests.length, 16);
  }
});

test('F-GR-05 every second answer an error of any kind does not stop a long read', async () => {
  const statuses = [429, 500, 502, 503, 504, 507];
  await using server = await startServer((_, nth) =>
    nth % 2 === 1 ? refusal(statuses[(nth >> 1) % statuses.length] ?? 500, '') : { body: { nth } },
  );
  await using on = graphOn(server.cloud);
  for (let read = 1; read <= 60; read += 1) {
    assert.deepEqual(await on.graph.object(users), { nth: read * 2 });
  }
});

test('the retries of all requests of one Graph have one budget', async () => {
  await using server = await startServer(() => refusal(500, ''));
  await using on = graphOn(server.cloud);
  for (let read = 0; read < 10; read += 1) await assert.rejects(on.graph.object(users), GraphError);
  assert.ok(server.requests.length <= 10 + 32);
});

test('after a 503 or 504 the request goes out on a new connection', async () => {
  for (const [status, connections] of [
    [503, 2],
    [504, 2],
    [500, 1],
  ] as const) {
    await using server = await startServer((_, nth) => (nth === 1 ? refusal(status, '') : fine));
    await using on = graphOn(server.cloud);
    await on.graph.object(users);
    assert.equal(server.connections.size, connections);
  }
});

test('F-GR-07 an answer that was cut is asked for again', async () => {
  await using server = await startServer((_, nth) => {
    if (nth === 1) return 'hang up';
    return nth === 2 ? { body: { value: [1, 2, 3] }, cut: 10 } : { body: { nth } };
  });
  await using on = graphOn(server.cloud);
  assert.deepEqual(await on.graph.object(users), { nth: 3 });
});

test('F-GR-07 cut answers between other failures do not end the read', async () => {
  await using server = await startServer((_, nth) => {
    if (nth > 14) return fine;
    return nth % 2 === 0 ? refusal(500, '') : { body: { value: [1, 2, 3] }, cut: 10 };
  });
  await using on = graphOn(server.cloud);
  await on.graph.object(users);
  assert.equal(server.requests.length, 15);
});

test('F-GR-10 an error in a 200, an empty body, a 204 and a list are malformed, and asked for again first', async () => {
  const replies: Reply[] = [
    { body: { error: { code: 'x', message: 'y' } } },
    { body: '' },
    { status: 204, packed: false },
    { body: [] },
    { body: 'null' },
  ];
  for (const reply of replies) {
    await using server = await startServer(() => reply);
    await using on = graphOn(server.cloud);
    await assert.rejects(on.graph.object(users), MalformedAnswer, JSON.stringify(reply));
    assert.equal(server.requests.length, 6);
    await assert.rejects(on.graph.page(users, null), MalformedAnswer, JSON.stringify(reply));
  }
});

test('F-GR-11 text that is no JSON, is torn, doubled or beyond all numbers is rejected with its start, redacted', async () => {
  const bodies = [
    '<html>Proxy error</html>',
    '{"value":[{"displayName":"Ann Lee","mail":"ann@contoso.com"',
    '{"value":[{"id":1}],"value":[]}',
    '{"value":[{"displayName":"Ann Lee","size":1e999}]}',
    `{"value":[{"displayName":"Ann Lee","size":${'9'.repeat(400)}}]}`,
    `{"value":[{"displayName":"Ann Lee","size":${'9'.repeat(300)}e20}]}`,
    '{"value":[{"displayName":"Ann Lee","size":-1.5E+999 }]}',
  ];
  for (const body of bodies) {
    await using server = await startServer(() => ({ body }));
    await using on = graphOn(server.cloud);
    await assert.rejects(on.graph.object(users), MalformedAnswer);
    const error = await on.graph.page(users, null).catch((failure: unknown) => failure);
    assert.ok(error instanceof MalformedAnswer, body);
    assert.match(error.message, /it begins: (<html>|\{"value")/);
    assert.doesNotMatch(error.message, /Ann|contoso/);
    assert.ok(error.message.length < 330);
  }
});

test('F-GR-11 a great number, and a text that only looks like one, is fine', async () => {
  const body = { note: 'x: 1e999, [1e999]', size: 1e100 };
  await using server = await startServer(() => ({ body: `\uFEFF${JSON.stringify(body)}` }));
  await using on = graphOn(server.cloud);
  assert.deepEqual(await on.graph.object(users), body);
});

test('a refusal is told with its most specific code, and not asked for again', async () => {
  const innerError = { code: 'AccessDenied_Deep', innererror: { code: '403', 'request-id': 'r' } };
  const error = { code: 'Forbidden', message: 'Not for ann@contoso.com.', innerError };
  await using server = await startServer(() => ({
    status: 403,
    body: { error },
    headers: { 'request-id': 'r-1' },
  }));
  await using on = graphOn(server.cloud);
  await assert.rejects(on.graph.object(users), {
    name: 'GraphError',
    httpStatus: 403,
    code: 'AccessDenied_Deep',
    requestId: 'r-1',
    message: 'Microsoft Graph answered GET /v1.0/users with 403 (AccessDenied_Deep: Not for [address])',
  });
  assert.equal(server.requests.length, 1);
});

test('501 is no outage and is not asked for again', async () => {
  await using server = await startServer(() => refusal(501, 'NotImplemented'));
  await using on = graphOn(server.cloud);
  await assert.rejects(on.graph.object(users), { httpStatus: 501 });
  assert.equal(server.requests.length, 1);
});

test('a sign-in service in trouble is asked again after a wait, a refusal of the secret is not', async () => {
  for (const [status, secondsOfRequests] of [
    [503, [0, 9.5]],
    [429, [0, 9.5]],
    [401, [0]],
  ] as const) {
    const clock = virtualClock();
    const start = clock.now().getTime();
    const signIns: number[] = [];
    await using server = await startServer(({ method }) => {
      if (method === 'GET') return fine;
      signIns.push((clock.now().getTime() - start) / 1000);
      if (signIns.length > 1) return { body: { access_token: 'x', expires_in: 3600 } };
      return {
        status,
        headers: { 'retry-after': '9' },
        body: { error: status === 401 ? 'invalid_client' : '' },
      };
    });
    const { http, close } = createHttp();
    const token = createTokenSource({
      cloud: server.cloud,
      tenantId: '11111111-1111-4111-8111-111111111111',
      clientId: '22222222-2222-4222-8222-222222222222',
      credential: { kind: 'secret', secret: new Secret('s3cret') },
      http,
      now: clock.now,
    });
    await using on = graphOn(server.cloud, { token, clock });
    const outcome = await on.graph.object(users).catch((error: unknown) => error);
    assert.equal(outcome instanceof IdentityError, status === 401);
    assert.deepEqual(signIns, secondsOfRequests);
    await close();
  }
});

test('ends with the reason of its signal, before the next request', async () => {
  const stop = new AbortController();
  await using server = await startServer(() => {
    stop.abort(new Error('shutting down'));
    return refusal(500, '');
  });
  await using on = graphOn(server.cloud, { signal: stop.signal, token: numberedTokens() });
  await assert.rejects(on.graph.object(users), /shutting down/);
  assert.equal(server.requests.length, 1);
});

function refusal(status: number, code: string): Reply {
  return { status, body: code ? { error: { code, message: 'said in words' } } : '' };
}
