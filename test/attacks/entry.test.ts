import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { routes } from '../../src/api/routes/index.ts';
import { bodyOf, changing, nameOf, reading, targetOf } from './calls.ts';
import type { Answer } from './http.ts';
import { cookieOf, createWorld, fromPage, password } from './world.ts';

const world = await createWorld();
after(() => world.close());
const { a, b, access, call, as } = world;

/** Everything that answers someone unknown: the ways in, signs of life, and pages without a figure in them. */
const open = {
  api: ['GET /entrance', 'POST /claim', 'POST /sign-in', 'POST /sign-in/one-time'],
  root: [
    '/healthz',
    '/readyz',
    '/',
    '/sign-in',
    '/claim',
    '/connect',
    '/estate',
    '/collection',
    '/settings',
    '/t/x',
  ],
};
const guarded = ['/metrics', '/api/openapi.json', '/api/docs'];

/** Signs in once more as someone, without a password. */
async function sessionOf(name: string): Promise<string> {
  const origin = { address: '127.0.0.1', client: null, session: null };
  return (await access.redeem(access.oneTimeCode(name), origin)).value;
}

function signIn(
  name: string,
  given: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return call('/api/v1/sign-in', {
    method: 'POST',
    headers: { ...fromPage, ...headers },
    body: { name, password: given },
  });
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await call('/api/v1/me', { headers: cookieOf(cookie) })).status === 200;
}

test('S-AU-01: every route but those that are open refuses whoever is not known', async () => {
  const ended = await sessionOf('owner');
  const revoked = await access.createToken(
    { kind: 'local', name: '', role: 'owner', tenants: 'all' },
    { name: 'old' },
  );
  await access.revokeToken({ kind: 'local', name: '', role: 'owner', tenants: 'all' }, revoked.token.id);
  const strangers = {
    'without anything': {},
    'with a wrong token': { authorization: `Bearer slt_${'A'.repeat(43)}` },
    'with a revoked token': { authorization: `Bearer ${revoked.secret}` },
    'with a session in place of a token': { authorization: `Bearer ${world.cookies.owner}` },
    'with another scheme beside a good session': {
      ...cookieOf(world.cookies.owner),
      authorization: 'Basic b3duZXI6',
    },
    'with a wrong session': cookieOf('A'.repeat(43)),
  };
  for (const [how, headers] of Object.entries(strangers)) await refusesAll(how, headers);
  await world.later(13 * 60 * 60 * 1000, () => refusesAll('with a session that ended', cookieOf(ended)));
});

async function refusesAll(how: string, headers: Readonly<Record<string, string>>): Promise<void> {
  for (const route of routes) {
    const sent = { method: route.method, headers: { ...headers, ...fromPage }, body: bodyOf(route, a.id) };
    const { status } = open.api.includes(nameOf(route))
      ? { status: 401 }
      : await call(targetOf(route, a), sent);
    assert.equal(status, 401, `${nameOf(route)} ${how}`);
  }
  for (const target of guarded)
    assert.equal((await call(target, { headers })).status, 401, `${target} ${how}`);
}

test('S-AU-01: what is open says nothing about any tenant or person', async () => {
  assert.deepEqual(routes.filter(({ right }) => right === 'open').map(nameOf), open.api);
  for (const target of [...open.root, '/api/v1/entrance']) {
    const { status, text } = await call(target);
    assert.equal(status, 200, target);
    for (const said of [a.id, b.id, a.simulated.displayName, 'viewer of A']) {
      assert.ok(!text.includes(said), `${target} says ${said}`);
    }
  }
});

test('S-AU-02: no other spelling of an address gets past the guard of its route', async () => {
  const spellings = (rest: string) => [
    `//api//v1/${rest}`,
    `/api//v1/${rest}`,
    `/api/./v1/${rest}`,
    `/api/x/../v1/${rest}`,
    `/API/V1/${rest}`,
    `/api/v1/${rest.toUpperCase()}`,
    `/api/v1/%2e/${rest}`,
    `/api%2fv1%2f${rest}`,
    `/api/v1%2f${rest}`,
    `/api/v1/${rest.replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}`,
    `/api/v1/${rest};a=b`,
    `/api/v1;a=b/${rest}`,
    `/api/v1/${rest}/`,
    `/api/v1/${rest}%00`,
    `/api/v1/${rest}%20`,
    `/api/v1/${rest}#x`,
    `\\api\\v1\\${rest}`,
  ];
  for (const rest of ['accounts', 'system', `tenants/${b.id}`, `tenants/${b.id}/users`]) {
    for (const target of spellings(rest)) {
      const stranger = await call(target);
      assert.ok(
        [400, 401, 404].includes(stranger.status),
        `${target} answers ${stranger.status} to a stranger`,
      );
      const viewer = await as('viewer of A', target);
      assert.ok(
        [400, 403, 404].includes(viewer.status),
        `${target} answers ${viewer.status} to a viewer of A`,
      );
    }
  }
  for (const { url } of routes.filter((route) => route.url.includes(':tenant') && route.method === 'GET')) {
    assert.equal((await as('viewer of A', `/api/v1${url}`)).status === 200, false, url);
    assert.equal((await call(`/api/v1${url}`)).status, 401, url);
  }
});

test('S-AU-02: a method is what it is, whatever a header says', async () => {
  const before = world.dump();
  const target = `/api/v1/tenants/${a.id}`;
  for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
    assert.equal((await as('owner', target, { headers: { [header]: 'DELETE' } })).status, 200);
    assert.equal(
      (await as('owner', target, { method: 'POST', headers: { [header]: 'DELETE' }, body: {} })).status,
      404,
    );
  }
  assert.equal((await as('owner', `${target}?_method=DELETE`)).status, 400);
  for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'PUT', 'PROPFIND']) {
    for (const route of reading) {
      const answer = await as('owner', targetOf(route, a), { method });
      assert.ok([400, 404, 405].includes(answer.status), `${method} ${route.url} answers ${answer.status}`);
    }
  }
  assert.equal(world.dump(), before);
});

test('S-SE-01: signing in gives a new session and ends the one that came along', async () => {
  const planted = 'A'.repeat(43);
  const before = await sessionOf('viewer of all');
  for (const fixed of [planted, before]) {
    const answer = await signIn('viewer of all', password, cookieOf(fixed));
    assert.equal(answer.status, 200, answer.text);
    const cookie = answer.headers['set-cookie'] ?? '';
    assert.match(cookie, /^seatledger=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const [, value = ''] = /^seatledger=([^;]+)/.exec(cookie) ?? [];
    assert.notEqual(value, fixed);
    assert.ok(await isSignedIn(value));
    assert.ok(!(await isSignedIn(fixed)));
    assert.ok(!answer.text.includes(value), 'the session stands in the body too');
  }
});

test('S-SE-02: a session ends at once with whatever it stood on', async () => {
  const name = 'leaver';
  await access.addAccount({ name, role: 'admin', password });
  const change = (body: unknown) => as('owner', `/api/v1/accounts/${name}`, { method: 'PATCH', body });
  const ends: Readonly<Record<string, (cookie: string) => Promise<Answer>>> = {
    'signing out': (cookie) =>
      call('/api/v1/sign-out', { method: 'POST', headers: { ...cookieOf(cookie), ...fromPage } }),
    'another password': () => change({ password: 'staple horse correct' }),
    'another role': () => change({ role: 'viewer' }),
    'other tenants': () => change({ tenants: [a.id] }),
    'an owner who ends it': async () => {
      const { text } = await as('owner', '/api/v1/sessions');
      const { items } = JSON.parse(text) as { items: { id: string; account: string }[] };
      const session = items.find(({ account }) => account === name);
      return as('owner', `/api/v1/sessions/${session?.id}`, { method: 'DELETE' });
    },
    'the account removed': () => as('owner', `/api/v1/accounts/${name}`, { method: 'DELETE' }),
  };
  for (const [how, end] of Object.entries(ends)) {
    const cookie = await sessionOf(name);
    assert.ok(await isSignedIn(cookie), how);
    const { status, text } = await end(cookie);
    assert.ok(status < 300, `${how}: ${text}`);
    assert.ok(!(await isSignedIn(cookie)), `still signed in after ${how}`);
  }
});

test('S-SE-02: a token is worth no more than its account is now', async () => {
  const name = 'maker';
  await access.addAccount({ name, role: 'admin', password });
  const made = await call('/api/v1/tokens', {
    method: 'POST',
    headers: { ...cookieOf(await sessionOf(name)), ...fromPage },
    body: { name: 'of maker', role: 'admin' },
  });
  const { secret } = JSON.parse(made.text) as { secret: string };
  const collect = () =>
    call(`/api/v1/tenants/${b.id}/held`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      body: { decision: 'keep' },
    });
  assert.equal((await collect()).status, 200);
  await as('owner', `/api/v1/accounts/${name}`, { method: 'PATCH', body: { tenants: [a.id] } });
  assert.equal((await collect()).status, 404);
  await as('owner', `/api/v1/accounts/${name}`, {
    method: 'PATCH',
    body: { role: 'viewer', tenants: 'all' },
  });
  assert.equal((await collect()).status, 403);
  await as('owner', `/api/v1/accounts/${name}`, { method: 'DELETE' });
  assert.equal((await collect()).status, 401);
});

test('S-SE-04: what is kept of sessions and tokens opens nothing', async () => {
  using database = new DatabaseSync(path.join(world.dataDir, 'seatledger-access.sqlite'), { readOnly: true });
  const rows = ['access_session', 'access_token'].flatMap((table) =>
    database.prepare(`select * from ${table}`).all(),
  );
  const kept = rows.flatMap((row) => Object.values(row).map(String));
  assert.ok(kept.includes(createHash('sha256').update(world.cookies.owner).digest('base64url')));
  assert.ok(!kept.includes(world.cookies.owner));
  for (const value of kept.filter((text) => /^[\w-]+$/.test(text))) {
    assert.ok(!(await isSignedIn(value)), value);
    for (const token of [value, `slt_${value}`]) {
      assert.equal((await call('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status, 401);
    }
  }
});

const crossSite = {
  'a form in plain text': { headers: { 'content-type': 'text/plain' }, body: '{"name":"x"}' },
  'a form': { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'name=x' },
  'a form with files': { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
  'a request without a type': { body: '{"name":"x"}' },
  'a request without a body': {},
  'JSON without our header': { headers: { 'content-type': 'application/json' }, body: '{"name":"x"}' },
  'JSON of another site': {
    headers: { ...fromPage, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: '{}',
  },
  'JSON of a neighbor': {
    headers: { ...fromPage, 'content-type': 'application/json', 'sec-fetch-site': 'same-site' },
    body: '{}',
  },
  'JSON of another origin': {
    headers: { ...fromPage, 'content-type': 'application/json', origin: 'https://evil.test' },
    body: '{}',
  },
  'JSON of no origin': {
    headers: { ...fromPage, 'content-type': 'application/json', origin: 'null' },
    body: '{}',
  },
};

test('S-CS-01: nothing that another site makes a browser send changes anything', async () => {
  const before = world.dump();
  for (const [what, { headers = {}, ...sent }] of Object.entries<{
    headers?: Record<string, string>;
    body?: string;
  }>(crossSite)) {
    for (const route of changing) {
      const victim = { ...cookieOf(world.cookies.owner), ...headers };
      const { status } = await call(targetOf(route, a), { method: route.method, headers: victim, ...sent });
      assert.ok([403, 415].includes(status), `${what} to ${nameOf(route)} answers ${status}`);
    }
  }
  assert.equal(world.dump(), before);
});

test('S-CS-01: no GET changes anything', async () => {
  const before = world.dump();
  for (const route of reading) {
    for (const accept of ['application/json', ...(route.forms ?? [])]) {
      const { status, text } = await as('owner', targetOf(route, a), { headers: { accept } });
      assert.equal(status, 200, `${nameOf(route)} as ${accept}: ${text}`);
    }
  }
  assert.equal(world.dump(), before);
});

test('S-CS-02: no answer lets another origin read it', async () => {
  const { origin } = world;
  const origins = ['null', 'https://evil.test', `${origin}.evil.test`, origin.replace('127', 'x127'), origin];
  for (const from of origins) {
    for (const [method, target] of [
      ['GET', '/api/v1/me'],
      ['GET', '/healthz'],
      ['GET', '/'],
      ['OPTIONS', '/api/v1/accounts'],
      ['POST', '/api/v1/sign-in'],
      ['GET', '/nowhere'],
    ] as const) {
      const headers = {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-seatledger',
      };
      const answer = await as('owner', target, { method, headers });
      const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'));
      assert.deepEqual(allowed, [], `${method} ${target} from ${from}`);
    }
  }
});

test('S-AU-03: ten wrong passwords are all that an account takes for a while, wherever they say they come from', async () => {
  const guess = (nth: number) =>
    signIn('admin of all', `wrong password ${nth}`, { 'x-forwarded-for': `192.0.2.${nth}` });
  const statuses: number[] = [];
  for (let nth = 0; nth < 12; nth++) statuses.push((await guess(nth)).status);
  assert.deepEqual(statuses, [...Array<number>(10).fill(401), 429, 429]);
  const locked = await signIn('admin of all', password);
  assert.equal(locked.status, 429);
  assert.match(locked.headers['retry-after'] ?? '', /^\d{1,3}$/);
  await world.later(16 * 60 * 1000, async () => {
    assert.equal((await signIn('admin of all', password)).status, 200);
  });
});

test('S-AU-03: a wrong name and a wrong password are told alike', async () => {
  const [name, secret] = [
    await signIn('no such person', 'wrong password 1'),
    await signIn('viewer of A', 'wrong password 1'),
  ];
  const said = ({ status, text }: Answer) => [status, text.replace(/req-\w+/, '')];
  assert.deepEqual(said(name), said(secret));
});

test('S-AU-05: two hundred passwords of a megabyte at once are refused unread or by their length', async () => {
  const long = 'x'.repeat(1_000_000);
  const answers = await Promise.all(Array.from({ length: 200 }, () => signIn('owner', long)));
  const statuses = Map.groupBy(answers, ({ status }) => status);
  assert.deepEqual(new Set(statuses.keys()), new Set([400, 429]));
  assert.ok(answers.every(({ text }) => !text.includes('xxxx')));
});
