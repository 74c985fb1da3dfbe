import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Overview } from '../../src/api/contract/overview.ts';
import type { Right } from '../../src/domain/access.ts';
import type { Route } from '../../src/api/route.ts';
import { routes } from '../../src/api/routes/index.ts';
import { bodyOf, changing, nameOf, reading, targetOf, unknown, type Named } from './calls.ts';
import type { Answer, Sent } from './http.ts';
import { callers, cookieOf, createWorld, fromPage, password, type CallerName, type Place } from './world.ts';

const world = await createWorld();
after(() => world.close());
const { a, b, access, call, as, simulator } = world;

const admins = ['owner', 'admin of all', 'admin of A'] as const;
const everyone = [...admins, 'viewer of all', 'viewer of A'] as const;

/** Who holds which right, written out once more: what the program says is held against this. */
const holders: Readonly<Record<Right | 'open', readonly CallerName[]>> = {
  open: callers,
  read: everyone,
  collect: admins,
  'manage-tenants': admins,
  'manage-tokens': admins,
  'read-system': admins,
  'manage-access': ['owner'],
};

/** Every route that takes more than reading, or less; a route is added here by someone who thought about it. */
const otherThanReading: Readonly<Record<string, Right | 'open'>> = {
  'GET /entrance': 'open',
  'POST /claim': 'open',
  'POST /sign-in': 'open',
  'POST /sign-in/one-time': 'open',
  'POST /tenants': 'manage-tenants',
  'POST /certificates': 'manage-tenants',
  'PATCH /tenants/:tenant': 'manage-tenants',
  'DELETE /tenants/:tenant': 'manage-tenants',
  'GET /tenants/:tenant/verification': 'read-system',
  'POST /tenants/:tenant/runs': 'collect',
  'POST /tenants/:tenant/held': 'collect',
  'GET /accounts': 'manage-access',
  'POST /accounts': 'manage-access',
  'PATCH /accounts/:name': 'manage-access',
  'DELETE /accounts/:name': 'manage-access',
  'GET /tokens': 'manage-tokens',
  'POST /tokens': 'manage-tokens',
  'DELETE /tokens/:token': 'manage-tokens',
  'GET /system': 'read-system',
};

/** What each changing route does, with a body that does no lasting harm, and how it answers whoever may. */
const harmless: Readonly<Record<string, { readonly body?: unknown; readonly answers: number }>> = {
  'POST /claim': { body: { code: 'x', name: 'x', password }, answers: 409 },
  'POST /sign-in': { body: { name: 'x', password: '' }, answers: 400 },
  'POST /sign-in/one-time': { body: { code: 'x' }, answers: 401 },
  'POST /sign-out': { answers: 204 },
  'POST /certificates': { body: { name: '' }, answers: 400 },
  'PATCH /tenants/:tenant': { body: {}, answers: 200 },
  'DELETE /tenants/:tenant': { answers: 200 },
  'POST /tenants/:tenant/runs': { body: {}, answers: 202 },
  'POST /tenants/:tenant/held': { body: { decision: 'keep' }, answers: 200 },
  'POST /accounts': { body: { name: 'x', role: 'viewer', password: 'too short' }, answers: 400 },
  'PATCH /accounts/:name': { body: {}, answers: 404 },
  'DELETE /accounts/:name': { answers: 404 },
  'DELETE /sessions/:id': { answers: 404 },
  'POST /tokens': { body: { name: '?' }, answers: 400 },
  'DELETE /tokens/:token': { answers: 404 },
};

/** Connecting names its tenant in the body, so that it is a table of its own. */
const matrix = routes.filter((route) => nameOf(route) !== 'POST /tenants');

const places: Readonly<Record<string, Named>> = { A: a, B: b, unknown };

function seesPlace(who: CallerName, place: string): boolean {
  return place === 'A' || (place === 'B' && !who.endsWith('of A'));
}

function expected(route: Route, who: CallerName, place: string): number {
  if (route.right !== 'open' && who === 'nobody') return 401;
  if (!holders[route.right].includes(who)) return 403;
  if (/:(tenant|sku|user|run)/.test(route.url) && !seesPlace(who, place)) return 404;
  return route.method === 'GET' ? 200 : (harmless[nameOf(route)]?.answers ?? 0);
}

async function newSession(who: CallerName): Promise<Readonly<Record<string, string>>> {
  if (who === 'nobody') return {};
  const origin = { address: '127.0.0.1', client: null, session: null };
  return cookieOf((await access.redeem(access.oneTimeCode(who), origin)).value);
}

/** Puts back what the call of a route has changed. */
async function putBack(route: Route, place: Named): Promise<void> {
  if (nameOf(route) === 'POST /tenants/:tenant/runs') await world.serving.services.running.outcome(place.id);
  if (nameOf(route) === 'DELETE /tenants/:tenant') await world.connectAgain(place as Place);
}

test('S-AZ-01: each route has the right that it should have', () => {
  const others = routes.filter(({ right }) => right !== 'read').map((route) => [nameOf(route), route.right]);
  assert.deepEqual(Object.fromEntries(others), otherThanReading);
});

test('S-AZ-01: each route answers each caller about each tenant as its right and its tenants say', async () => {
  assert.deepEqual(
    matrix
      .filter(({ method }) => method !== 'GET')
      .map(nameOf)
      .sort(),
    Object.keys(harmless).sort(),
    'a changing route is missing in the table above',
  );
  const destructiveLast = matrix.toSorted(
    (one, two) => Number(one.method === 'DELETE') - Number(two.method === 'DELETE'),
  );
  for (const route of destructiveLast) {
    for (const who of callers) {
      for (const [place, named] of Object.entries(places)) {
        const { body } = harmless[nameOf(route)] ?? {};
        // Signing out ends the session that it comes with.
        const headers = route.url === '/sign-out' ? await newSession(who) : {};
        const sent = { method: route.method, headers, ...(body === undefined ? {} : { body }) };
        const { status, text } = await as(who, targetOf(route, named), sent);
        assert.equal(
          status,
          expected(route, who, place),
          `${nameOf(route)} by ${who} about ${place}: ${text}`,
        );
        if (status < 300) await putBack(route, named);
      }
    }
  }
});

test('S-AZ-01: connecting is for admins, and for those of some tenants only about these', async () => {
  const connect = async (
    who: CallerName,
    { id, clientId, secret }: { id: string; clientId: string; secret: string },
  ) => {
    const hosts = { cloud: 'custom', authorityHost: simulator.url, graphHost: simulator.url };
    return as(who, '/api/v1/tenants', { method: 'POST', body: { tenant: id, clientId, secret, ...hosts } });
  };
  const stranger = { id: unknown.id, clientId: a.simulated.clientId, secret: a.simulated.secret };
  const table: Readonly<Record<CallerName, readonly number[]>> = {
    owner: [201, 201, 422],
    'admin of all': [201, 201, 422],
    'admin of A': [201, 403, 403],
    'viewer of all': [403, 403, 403],
    'viewer of A': [403, 403, 403],
    nobody: [401, 401, 401],
  };
  for (const who of callers) {
    const answers: Answer[] = [];
    for (const tenant of [a.simulated, b.simulated, stranger]) answers.push(await connect(who, tenant));
    assert.deepEqual(
      answers.map(({ status }) => status),
      table[who],
      `${who}: ${answers.map(({ text }) => text).join('\n')}`,
    );
    const [, ofB, ofNone] = answers;
    if (who === 'admin of A') assert.equal(said(ofB, b.id), said(ofNone, unknown.id));
  }
});

/** An answer as far as it may tell one thing from another: without the name that was asked for and its own number. */
function said(answer: Answer | undefined, ...asked: readonly string[]): string {
  assert.ok(answer);
  // The version of an answer is made of its address too.
  const { date: _date, etag: _etag, ...headers } = answer.headers;
  const whole = JSON.stringify({ ...answer, headers });
  return asked
    .reduce((text, name) => text.replaceAll(name, 'NAME'), whole)
    .replace(/req-\w+/, 'REQUEST')
    .replace(/"content-length":"\d+"/, '');
}

test('S-AZ-03: what is of another tenant answers as what is nowhere, wherever it is named', async () => {
  const tenantWays: readonly ((of: Named & { readonly named: string }) => string)[] = [
    ({ id }) => `/api/v1/tenants/${id}`,
    ({ named }) => `/api/v1/tenants/${encodeURIComponent(named)}`,
    ({ id }) => `/api/v1/tenants/${id.toUpperCase()}`,
    ({ sku }) => `/api/v1/skus/${sku}`,
    ({ user }) => `/api/v1/users/${user}`,
    ({ sku }) => `/api/v1/tenants/${a.id}/skus/${sku}`,
    ({ sku }) => `/api/v1/tenants/${a.id}/skus/${sku}/history`,
    ({ sku }) => `/api/v1/tenants/${a.id}/skus/${sku}/groups`,
    ({ sku }) => `/api/v1/tenants/${a.id}/skus/${sku}/plans`,
    ({ user }) => `/api/v1/tenants/${a.id}/users/${user}`,
    ({ run }) => `/api/v1/tenants/${a.id}/runs/${run}`,
    ({ run }) => `/api/v1/tenants/${a.id}/runs/${run}/events`,
    ({ sku }) => `/api/v1/tenants/${a.id}/users?sku=${sku}`,
    ({ sku }) => `/api/v1/users?sku=${sku}`,
    ({ sku }) => `/api/v1/entries?sku=${sku}`,
    ({ user }) => `/api/v1/entries?user=${user}`,
    ({ user }) => `/api/v1/tenants/${a.id}/entries?user=${user}`,
    ({ user }) => `/api/v1/users?search=${user}`,
    ({ named }) => `/api/v1/users?search=${encodeURIComponent(named)}`,
    ({ named }) => `/api/v1/users?department=${encodeURIComponent(named)}`,
  ];
  const ofB = { ...b, named: b.simulated.displayName };
  const nowhere = { ...unknown, named: 'Nowhere Foods' };
  const names = ({ id, sku, user, run, named }: typeof nowhere) => [
    id,
    id.toUpperCase(),
    sku,
    user,
    run,
    named,
    encodeURIComponent(named),
  ];
  for (const who of ['admin of A', 'viewer of A'] as const) {
    for (const way of tenantWays) {
      for (const accept of ['application/json', 'text/csv']) {
        const [there, not] = [
          await as(who, way(ofB), { headers: { accept } }),
          await as(who, way(nowhere), { headers: { accept } }),
        ];
        assert.equal(said(there, ...names(ofB)), said(not, ...names(nowhere)), `${way(nowhere)} by ${who}`);
      }
    }
  }
});

test('S-AZ-03: the version of an answer says nothing to whoever may not have the answer', async () => {
  for (const route of reading.filter(({ published, url }) => published && url.includes(':'))) {
    const full = await as('owner', targetOf(route, b));
    const headers = { 'if-none-match': full.headers['etag'] ?? '' };
    assert.equal((await as('owner', targetOf(route, b), { headers })).status, 304, nameOf(route));
    const answer = await as('viewer of A', targetOf(route, b), { headers });
    assert.equal(answer.status, 404, nameOf(route));
    assert.equal(answer.headers['etag'], undefined, `${nameOf(route)} gives its refusal a version`);
    const wrong = { 'if-none-match': `${full.headers['etag']}, *` };
    assert.equal(
      (await as('viewer of A', targetOf(route, b), { headers: wrong })).status,
      404,
      nameOf(route),
    );
  }
});

test('S-AZ-03: a name chosen for a tenant does not pass for what else someone sees', async () => {
  // The one whose line comes first where the lines of both are put together.
  const [own, other] = a.id < b.id ? [a, b] : [b, a];
  await access.addAccount({ name: 'namer', role: 'admin', password, tenants: [own.id] });
  const origin = { address: '127.0.0.1', client: null, session: null };
  const { value } = await access.redeem(access.oneTimeCode('namer'), origin);
  const namer = (target: string, sent: Sent = {}) =>
    call(target, { ...sent, headers: { ...cookieOf(value), ...fromPage } });
  const rename = (name: string | null) =>
    namer(`/api/v1/tenants/${own.id}`, { method: 'PATCH', body: { name } });
  await rename('Plain');
  const everything = await as('owner', '/api/v1/balance');
  for (const generation of [1, 2, 3, 4]) {
    assert.equal((await rename(`Plain\n${other.id}:${generation}:`)).status, 200);
    const answer = await namer('/api/v1/balance');
    assert.notEqual(answer.headers['etag'], everything.headers['etag']);
    assert.ok(!answer.text.includes(`"tenantId":"${other.id}"`), answer.text);
  }
  await rename(null);
});

test('S-AZ-03: what was answered of a tenant before it was removed is not said again of its successor', async () => {
  const address = `/api/v1/tenants/${b.id}/users`;
  const hired = b.simulated.change.addUser({ displayName: 'Left Behind' });
  const generation = async () => {
    const { text } = await as('owner', `/api/v1/tenants/${b.id}/overview`);
    return (JSON.parse(text) as Overview).generation?.number;
  };
  await as('owner', `/api/v1/tenants/${b.id}`, { method: 'DELETE' });
  await world.connectAgain(b);
  const before = await as('owner', address);
  assert.match(before.text, /Left Behind/);
  assert.equal(await generation(), 1);
  b.simulated.change.removeUser(hired);
  await as('owner', `/api/v1/tenants/${b.id}`, { method: 'DELETE' });
  await world.connectAgain(b);
  assert.equal(await generation(), 1);
  const now = await as('owner', address, { headers: { 'if-none-match': before.headers['etag'] ?? '' } });
  assert.equal(now.status, 200);
  assert.doesNotMatch(now.text, /Left Behind/);
});

test('S-AZ-03: no list of someone who sees A holds anything of B', async () => {
  const ofB = [b.id, b.sku, b.user, b.run, b.simulated.displayName, b.simulated.domain];
  for (const who of ['admin of A', 'viewer of A'] as const) {
    for (const route of reading.filter(({ url }) => !url.includes(':'))) {
      for (const accept of ['application/json', ...(route.forms ?? [])]) {
        const { text } = await as(who, targetOf(route, a), { headers: { accept } });
        for (const name of ofB) assert.ok(!text.includes(name), `${nameOf(route)} tells ${who} of ${name}`);
      }
    }
    const { text } = await as(who, '/metrics');
    for (const name of ofB) assert.ok(!text.includes(name), `/metrics tells ${who} of ${name}`);
  }
});

test("S-AZ-04: a list of tenants with one that is not the caller's is refused whole", async () => {
  const before = world.dump();
  for (const tenants of [
    [a.id, b.id],
    [b.id],
    [a.id, unknown.id],
    ['*'],
    ['all'],
    [a.id, '*'],
    [`${a.id},${b.id}`],
    [],
  ]) {
    const body = { name: 'greedy', role: 'viewer', tenants };
    const { status, text } = await as('admin of A', '/api/v1/tokens', { method: 'POST', body });
    assert.ok([400, 404].includes(status), `${JSON.stringify(tenants)}: ${text}`);
  }
  for (const field of [
    { tenants: 'all' },
    { tenants: null },
    { allTenants: true },
    { tenants: { 0: a.id } },
    { tenants: [[a.id]] },
  ]) {
    const { status } = await as('admin of A', '/api/v1/tokens', {
      method: 'POST',
      body: { name: 'greedy', ...field },
    });
    assert.equal(status, 400, JSON.stringify(field));
  }
  for (const tenants of [[a.id, unknown.id], ['*'], [a.id, '']]) {
    const body = { name: 'greedy', role: 'viewer', password, tenants };
    const added = await as('owner', '/api/v1/accounts', { method: 'POST', body });
    assert.ok([400, 404].includes(added.status), `${JSON.stringify(tenants)}: ${added.text}`);
  }
  const [ofB, ofNone] = await Promise.all(
    [b.id, unknown.id].map((id) =>
      as('admin of A', '/api/v1/tokens', { method: 'POST', body: { name: 'greedy', tenants: [a.id, id] } }),
    ),
  );
  assert.equal(said(ofB, b.id), said(ofNone, unknown.id));
  assert.equal(world.dump(), before);
});

test('S-AZ-04: a token that leaves its tenants out gets those of its maker', async () => {
  const made = await as('admin of A', '/api/v1/tokens', {
    method: 'POST',
    body: { name: 'small', role: 'admin' },
  });
  const { secret, token } = JSON.parse(made.text) as { secret: string; token: { id: string } };
  const headers = { authorization: `Bearer ${secret}` };
  assert.equal((await call(`/api/v1/tenants/${b.id}`, { headers })).status, 404);
  const child = await call('/api/v1/tokens', {
    method: 'POST',
    headers,
    body: { name: 'child', tenants: [b.id] },
  });
  assert.equal(child.status, 404);
  for (const role of ['owner', 'admin']) {
    const { status } = await as('viewer of A', '/api/v1/tokens', {
      method: 'POST',
      body: { name: 'more', role },
    });
    assert.equal(status, 403, role);
  }
  assert.equal(
    (await as('admin of A', '/api/v1/tokens', { method: 'POST', body: { name: 'more', role: 'owner' } }))
      .status,
    400,
  );
  assert.equal((await as('owner', `/api/v1/tokens/${token.id}`, { method: 'DELETE' })).status, 200);
});

test('S-AZ-07: no body takes a field that its route does not name', async () => {
  const before = world.dump();
  const extras = [
    '{"isOwner":true}',
    '{"tenantId":"x"}',
    '{"createdAt":"2020-01-01"}',
    '{"secretCiphertext":"x"}',
    '{"rights":["read"]}',
    '{"__proto__":{"isOwner":true}}',
    '{"constructor":{"prototype":{"isOwner":true}}}',
    '{"id":"x"}',
  ];
  for (const route of changing) {
    for (const extra of extras) {
      const body = `${JSON.stringify(bodyOf(route, a.id) ?? {}).slice(0, -1)}${bodyOf(route, a.id) && Object.keys(bodyOf(route, a.id) ?? {}).length > 0 ? ',' : ''}${extra.slice(1)}`;
      const headers = { 'content-type': 'application/json' };
      const { status, text } = await as('owner', targetOf(route, a), { method: route.method, headers, body });
      assert.equal(status, 400, `${nameOf(route)} with ${extra}: ${text}`);
    }
  }
  assert.equal(world.dump(), before);
});

test('S-AZ-07: a role that does not exist, or in another form, is none', async () => {
  const before = world.dump();
  for (const role of ['root', 'OWNER', '', ['owner'], { role: 'owner' }, null, true, 'owner ']) {
    const added = await as('owner', '/api/v1/accounts', {
      method: 'POST',
      body: { name: 'x', password, role },
    });
    assert.equal(added.status, 400, JSON.stringify(role));
    const changed = await as('owner', '/api/v1/accounts/viewer%20of%20A', {
      method: 'PATCH',
      body: { role },
    });
    assert.equal(changed.status, 400, JSON.stringify(role));
  }
  assert.equal(world.dump(), before);
});

test('S-AZ-09: without a tenant there is none, and never one by default', async () => {
  for (const route of reading.filter(({ url }) => url.includes(':tenant'))) {
    for (const none of [
      '',
      '%20',
      '%00',
      `${a.id},${b.id}`,
      `${a.id}%20${b.id}`,
      'undefined',
      'null',
      '*',
      '%25',
    ]) {
      const target = targetOf(route, { ...a, id: none });
      const { status, text } = await as('owner', target);
      assert.ok([400, 404].includes(status), `${target}: ${text.slice(0, 200)}`);
    }
    const twice = await as('owner', `${targetOf(route, a)}?tenant=${b.id}&tenant=${a.id}`);
    assert.equal(twice.status, 400, nameOf(route));
    const elsewhere = await as('owner', targetOf(route, unknown), { headers: { 'x-tenant-id': a.id } });
    assert.equal(elsewhere.status, 404, nameOf(route));
  }
});
