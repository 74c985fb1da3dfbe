import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, mock, test } from 'node:test';
import type { Page } from '../../src/api/contract/list.ts';
import { routes } from '../../src/api/routes/index.ts';
import { changing, nameOf, reading, targetOf } from './calls.ts';
import { rawStatus, type Answer } from './http.ts';
import { createWorld, fromPage } from './world.ts';

const markup = '<img src=x onerror=alert(1)>"><svg/onload=alert(1)></script>{{7*7}}${7*7}';
const formulas = [
  "=cmd|' /C calc'!A1",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  ' =1',
  '"=1',
  ';=1',
  '＝1',
  '＠SUM(1)',
];

const world = await createWorld((tenants) => {
  for (const { change } of tenants) {
    change.addUser({ displayName: markup, department: markup, jobTitle: markup }, { licensed: true });
    for (const formula of formulas) {
      change.addUser(
        { displayName: formula, department: formula, country: formula, mail: formula },
        { licensed: true },
      );
    }
    change.addUser({ displayName: '100%_\\ sure' });
  }
});
after(() => world.close());
const { a, b, as, call, origin } = world;

const asset = readdirSync(path.join(import.meta.dirname, '../../web/dist/assets')).find((name) =>
  name.endsWith('.js'),
);

function has(answer: Answer, name: string, value: RegExp | undefined, kind: string): void {
  const header = answer.headers[name];
  if (value) assert.match(header ?? 'none', value, `${name} of ${kind}`);
  else assert.equal(header, undefined, `${name} of ${kind}`);
}

test('S-HD-01: every kind of answer carries the headers that tie a browser down', async () => {
  const users = `/api/v1/tenants/${a.id}/users`;
  const kinds: Readonly<Record<string, Promise<Answer>>> = {
    JSON: as('owner', users),
    'not modified': as('owner', users).then(({ headers }) =>
      as('owner', users, { headers: { 'if-none-match': headers['etag'] ?? '' } }),
    ),
    'nothing to say': as('owner', '/api/v1/sessions/0123456789abcdef', { method: 'DELETE' }),
    CSV: as('owner', `${users}?format=csv`),
    events: as('owner', `/api/v1/tenants/${a.id}/runs/${a.run}/events`),
    'a problem': as('owner', `/api/v1/tenants/nowhere`),
    'not signed in': call(users),
    'another host': call('/', { headers: { host: 'evil.test' } }),
    'another form': as('owner', users, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x',
    }),
    'broken JSON': as('owner', '/api/v1/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    }),
    'no such address': call('/nowhere'),
    'an address that is none': call('/api/v1/%zz'),
    'an address with a NUL': as('owner', '/api/v1/tenants/%00'),
    'a part that is too long': as('owner', `/api/v1/tenants/${'x'.repeat(600)}`),
    page: call('/'),
    'page below': call('/t/x'),
    reference: as('owner', '/api/docs'),
    description: as('owner', '/api/openapi.json'),
    health: call('/healthz'),
    metrics: as('owner', '/metrics'),
    asset: call(`/assets/${asset}`),
    'no such asset': call('/assets/none.js'),
  };
  for (const [kind, asked] of Object.entries(kinds)) {
    const answer = await asked;
    has(answer, 'content-security-policy', /default-src 'none'/, kind);
    has(answer, 'content-security-policy', /base-uri 'none'.*frame-ancestors 'none'/, kind);
    assert.doesNotMatch(answer.headers['content-security-policy'] ?? '', /unsafe|\*|https?:/, kind);
    has(answer, 'x-content-type-options', /^nosniff$/, kind);
    has(answer, 'x-frame-options', /^DENY$/, kind);
    has(answer, 'referrer-policy', /^no-referrer$/, kind);
    has(answer, 'cross-origin-opener-policy', /^same-origin$/, kind);
    has(answer, 'cross-origin-resource-policy', /^same-origin$/, kind);
    has(
      answer,
      'cache-control',
      kind === 'asset' ? /^public, max-age=31536000, immutable$/ : /^no-store$/,
      kind,
    );
    for (const name of ['server', 'x-powered-by', 'via']) has(answer, name, undefined, kind);
  }
});

test('S-HD-02: only the names of this machine are answered to, and no link takes a name from a request', async () => {
  const { host } = new URL(origin);
  for (const name of [
    'evil.test',
    '127.0.0.1.evil.test',
    'localhost.evil.test',
    'localhost:x',
    '[::2]',
    'evil@localhost',
    '0.0.0.0',
    host.replace('127.0.0.1', '127.1'),
  ]) {
    for (const target of ['/', '/healthz', '/api/v1/entrance', `/assets/${asset}`, '/nowhere']) {
      const { status } = await call(target, { headers: { host: name } });
      assert.ok([400, 421].includes(status), `${target} answers ${status} to the host "${name}"`);
    }
  }
  const line = 'Connection: close';
  assert.equal(await rawStatus(origin, ['GET /healthz HTTP/1.1', `Host: ${host}`, line]), 200);
  assert.equal(await rawStatus(origin, ['GET /healthz HTTP/1.1', line]), 400);
  for (const lines of [
    ['GET /healthz HTTP/1.1', 'Host:', line],
    ['GET /healthz HTTP/1.1', `Host: ${host}`, 'Host: evil.test', line],
    ['GET /healthz HTTP/1.1', 'Host: evil.test', `Host: ${host}`, line],
    ['GET http://evil.test/healthz HTTP/1.1', `Host: ${host}`, line],
    ['GET http://evil.test/healthz HTTP/1.1', 'Host: evil.test', line],
    ['GET https://evil.test/api/v1/entrance HTTP/1.1', `Host: ${host}`, line],
    ['GET //evil.test/healthz HTTP/1.1', `Host: ${host}`, line],
    ['GET /healthz HTTP/1.0', line],
  ]) {
    const status = await rawStatus(origin, lines);
    assert.ok([400, 404, 421].includes(status), `${lines.join(' | ')} answers ${status}`);
  }
  const forwarded = {
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.test',
    'x-original-url': '/api/v1/accounts',
    'x-rewrite-url': '/api/v1/accounts',
  };
  for (const target of ['/', '/api/docs', '/api/openapi.json', '/api/v1/tenants', '/nowhere']) {
    const [plain, marked] = [
      await as('viewer of A', target),
      await as('viewer of A', target, { headers: forwarded }),
    ];
    assert.equal(marked.status, plain.status, target);
    assert.doesNotMatch(`${marked.text}${JSON.stringify(marked.headers)}`, /evil\.test/);
  }
});

test('S-XS-01: what people are called comes as data, in a form that no browser takes for a page', async () => {
  const renamed = await as('owner', `/api/v1/tenants/${b.id}`, { method: 'PATCH', body: { name: markup } });
  assert.equal(renamed.status, 200);
  let shown = 0;
  for (const route of reading) {
    for (const accept of ['application/json', 'text/html', ...(route.forms ?? [])]) {
      const { headers, text } = await as('owner', targetOf(route, b), { headers: { accept } });
      assert.match(
        headers['content-type'] ?? '',
        /^(application\/json; charset=utf-8|text\/csv; charset=utf-8|text\/event-stream)$/,
        nameOf(route),
      );
      if (headers['content-type']?.startsWith('text/csv'))
        assert.match(headers['content-disposition'] ?? '', /^attachment; filename="[a-z]+\.csv"$/);
      if (text.includes('onerror=alert(1)')) shown += 1;
    }
  }
  assert.ok(shown > 10, 'the test reached what it is about');
  await as('owner', `/api/v1/tenants/${b.id}`, { method: 'PATCH', body: { name: null } });
});

test('S-XS-01: nothing of an address comes back in a page, and in a problem as data only', async () => {
  const tag = '<script>alert(1)</script>';
  for (const target of [
    `/t/${encodeURIComponent(tag)}`,
    `/t/x?y=${encodeURIComponent(tag)}`,
    `/settings/${encodeURIComponent(tag)}`,
    `/?x=${encodeURIComponent(tag)}`,
  ]) {
    const { status, text } = await call(target);
    assert.equal(status, 200, target);
    assert.ok(!text.includes('alert(1)'), target);
  }
  for (const target of [
    `/${encodeURIComponent(tag)}`,
    `/api/v1/tenants/${encodeURIComponent(tag)}`,
    `/api/v1/balance?at=${encodeURIComponent(tag)}`,
    `/api/v1/balance?${encodeURIComponent(tag)}=1`,
  ]) {
    const { status, headers } = await as('owner', target, { headers: { accept: 'text/html' } });
    assert.ok(status >= 400, target);
    assert.match(headers['content-type'] ?? '', /^application\/problem\+json/, target);
  }
});

test('S-FX-01: no cell of any CSV begins a formula', async () => {
  let planted = 0;
  for (const route of routes.filter(({ forms }) => forms?.includes('text/csv'))) {
    for (const query of ['', ...(route.url.endsWith('/users') ? ['?rows=seats'] : [])]) {
      const { text } = await as('owner', `${targetOf(route, a)}${query}`, {
        headers: { accept: 'text/csv' },
      });
      for (const cell of cellsOf(text)) {
        assert.ok(isInert(cell), `${nameOf(route)}${query}: ${JSON.stringify(cell)}`);
        if (/cmd\|/.test(cell)) planted += 1;
      }
    }
  }
  assert.ok(planted > 2, 'the test reached what it is about');
});

function isInert(cell: string): boolean {
  return (
    /^-?\d+(\.\d+)?$/.test(cell) || !/^[\s"';,]*[=+\-@＝＋－＠\t\r\0]/.test(cell.replace(/^'/, '\u0001'))
  );
}

function cellsOf(csv: string): readonly string[] {
  return Array.from(
    csv.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n]*))/g),
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** Texts that would do harm in a statement; each holds the mark by which a statement is searched for them. */
const mark = 'zq7';
const payloads = [
  `${mark}' OR 1=1--`,
  `name desc; drop table user--${mark}`,
  `CASE WHEN 1=1 THEN 1 END ${mark}`,
  `1;select pg_sleep(5)--${mark}`,
  `${mark}"`,
  `${mark}\\' OR ''='`,
  `(select sealed from connection)${mark}`,
  `__proto__${mark}`,
  `${mark}\u0000x`,
  `${mark}') union select * from tenant--`,
];

test('S-SQ-01: what stands in a query is a value and never part of a statement', async () => {
  const before = world.dump();
  const prepared = mock.method(DatabaseSync.prototype, 'prepare');
  const people = (JSON.parse((await as('owner', `/api/v1/tenants/${a.id}/users`)).text) as Page<unknown>)
    .total;
  let turn = 0;
  for (const route of reading) {
    for (const name of [...Object.keys(route.query?.properties ?? {}), 'filter']) {
      // Three of them in turn, so that each name meets each over all routes.
      turn += 3;
      for (const payload of [0, 1, 2].map((nth) => payloads[(turn + nth) % payloads.length] ?? mark)) {
        const target = `${targetOf(route, a)}?${name}=${encodeURIComponent(payload)}`;
        const { status, text } = await as('owner', target);
        if (status !== 200) assert.ok([400, 404].includes(status), `${target}: ${status}`);
        else assert.deepEqual((JSON.parse(text) as Page<unknown>).items, [], target);
      }
    }
  }
  for (const payload of payloads) {
    const inPath = encodeURIComponent(payload);
    for (const target of [
      `tenants/${inPath}`,
      `skus/${inPath}`,
      `users/${inPath}`,
      `tenants/${a.id}/runs/${inPath}`,
      `tenants/${a.id}/users/${inPath}`,
    ]) {
      assert.equal((await as('owner', `/api/v1/${target}`)).status, 404, target);
    }
  }
  const statements = prepared.mock.calls.map(({ arguments: [statement] }) => statement);
  prepared.mock.restore();
  assert.ok(statements.length > 0, 'the spy sees the statements');
  assert.deepEqual(
    statements.filter((statement) => statement.includes(mark)),
    [],
  );
  assert.equal(
    (JSON.parse((await as('owner', `/api/v1/tenants/${a.id}/users`)).text) as Page<unknown>).total,
    people,
  );
  assert.equal(world.dump(), before);
});

test('S-SQ-01: a query takes no other name, nothing twice, and no value that its description does not allow', async () => {
  const users = `/api/v1/tenants/${a.id}/users`;
  const entries = `/api/v1/tenants/${a.id}/entries`;
  const wrong = [
    'limit=0',
    'limit=1001',
    'limit=-1',
    'limit=1e3',
    'limit=0x10',
    'limit=',
    'limit=1&limit=2',
    'sort=seats',
    'sort=NAME',
    'sort=name,-name',
    'sort[]=name',
    'rows=x',
    'enabled=1',
    'enabled=yes',
    'search=',
    `search=${'x'.repeat(201)}`,
    'search=a&search=b',
    '__proto__=x',
    'constructor=x',
    'a[__proto__][x]=1',
    'format=xml',
    'tenant=x',
    'cursor=',
    `cursor=${'x'.repeat(2001)}`,
  ];
  for (const query of wrong) assert.equal((await as('owner', `${users}?${query}`)).status, 400, query);
  for (const query of ['order=x', 'order=newest;', 'from=x', 'to=2026-99-99']) {
    assert.equal((await as('owner', `${entries}?${query}`)).status, 400, query);
  }
});

test('S-SQ-02: the signs that a search has for itself are letters like any other', async () => {
  const found = async (search: string) => {
    const { status, text } = await as(
      'owner',
      `/api/v1/tenants/${a.id}/users?search=${encodeURIComponent(search)}`,
    );
    return status === 200 ? (JSON.parse(text) as Page<unknown>).items.length : status;
  };
  assert.equal(await found('%_\\'), 1);
  for (const [text, count] of [
    ['100%', 1],
    ['%sure', 0],
    ['1__%', 0],
    ['_sure', 0],
    ['\\', 1],
    ['*', 1],
    ['NEAR("a" "b")', 0],
    ['sure OR x', 0],
  ] as const) {
    assert.equal(await found(text), count, text);
  }
  assert.equal(await found('%'.repeat(200)), 0);
  assert.equal(await found('%'.repeat(1000)), 400);
  assert.ok([400, 414, 431].includes(await found('%'.repeat(10_000))));
});

test('S-SQ-03: a cursor is good for the very list that gave it, and as it was given', async () => {
  const page = async (target: string) => JSON.parse((await as('owner', target)).text) as Page<unknown>;
  const users = `/api/v1/tenants/${a.id}/users?limit=2`;
  const cursor = (await page(users)).nextCursor ?? '';
  assert.equal((await as('owner', `${users}&cursor=${cursor}`)).status, 200);
  const [text = '', signature = ''] = cursor.split('.');
  const position = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
  const sealed = (value: unknown) =>
    `${Buffer.from(JSON.stringify(value)).toString('base64url')}.${signature}`;
  const changed = [
    sealed([b.id, ...position.slice(1)]),
    sealed([]),
    sealed({}),
    `${text}.${signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
    `${text}.${signature.slice(0, -4)}`,
    `${text}.`,
    text,
    `.${signature}`,
    '.',
  ];
  for (const wrong of changed)
    assert.equal((await as('owner', `${users}&cursor=${wrong}`)).status, 400, wrong);
  for (const elsewhere of [
    `/api/v1/tenants/${b.id}/users?limit=2`,
    '/api/v1/users?limit=2',
    `${users}&sort=-name`,
    `${users}&enabled=true`,
    `${users}&search=a`,
    `/api/v1/tenants/${a.id}/entries?limit=2`,
    `/api/v1/tenants/${a.id}/runs?limit=2`,
    `/api/v1/tenants/${a.id}/findings?limit=2`,
  ]) {
    assert.equal((await as('owner', `${elsewhere}&cursor=${cursor}`)).status, 400, elsewhere);
  }
});

test('S-SQ-03: a cursor of someone who sees more shows no more', async () => {
  const list = '/api/v1/users?limit=20';
  let cursor: string | null = '';
  while (cursor !== null) {
    const next: string = cursor === '' ? list : `${list}&cursor=${cursor}`;
    const lent = await as('viewer of A', next);
    assert.ok([200, 400].includes(lent.status), lent.text);
    assert.ok(!lent.text.includes(b.id), 'the page of another shows people of B');
    cursor = (JSON.parse((await as('owner', next)).text) as Page<unknown>).nextCursor;
  }
});

test('S-PA-03: nothing is served but the interface', async () => {
  const files = [
    '.env',
    '.git/config',
    'index.html',
    'package.json',
    'server.js',
    'seatledger.sqlite',
    'data/seatledger.sqlite',
    'master.key',
    'claimed',
    'src/main.ts',
    'etc/passwd',
  ];
  const ways = [
    '/',
    '/assets/',
    '/assets/../',
    '/assets/%2e%2e/',
    '/assets/..%2f',
    '/assets/%2e%2e%2f',
    '/assets/..\\',
    '/assets/..%5c',
    '/assets/%252e%252e/',
    '/assets/....//',
    '/assets//',
    '/assets/./../',
    `/assets/${'../'.repeat(8)}`,
    `/assets/${'%2e%2e/'.repeat(8)}`,
    '/assets/%00/',
  ];
  for (const way of ways) {
    for (const file of files) {
      const { status } = await as('owner', `${way}${file}`);
      assert.ok([400, 403, 404].includes(status), `${way}${file} answers ${status}`);
    }
  }
  for (const target of [
    '/assets',
    '/assets/',
    '/assets/.',
    '/assets/.vite/manifest.json',
    `/assets/${asset}.map`,
    `/assets/${asset}%00.txt`,
    '/assets/C:/windows/win.ini',
  ]) {
    const { status } = await as('owner', target);
    assert.ok([400, 403, 404].includes(status), `${target} answers ${status}`);
  }
  const { text } = await call(`/assets/${asset}`);
  assert.doesNotMatch(text, /sourceMappingURL/);
});

test('S-PP-01: no body and no query reaches the prototype of anything', async () => {
  const headers = { 'content-type': 'application/json' };
  const poisons = [
    '{"__proto__":{"isOwner":true}}',
    '{"constructor":{"prototype":{"isOwner":true}}}',
    '{"name":{"__proto__":{"isOwner":true}}}',
    '{"tenants":[{"__proto__":{"isOwner":true}}]}',
    '{"__\\u0070roto__":{"isOwner":true}}',
  ];
  for (const route of changing) {
    for (const body of poisons) {
      const { status } = await as('owner', targetOf(route, a), { method: route.method, headers, body });
      assert.equal(status, 400, `${nameOf(route)} with ${body}`);
    }
  }
  for (const query of [
    '__proto__=1',
    '__proto__[isOwner]=true',
    'a[__proto__][isOwner]=true',
    'constructor.prototype.isOwner=true',
    'toString=1',
    'hasOwnProperty=1',
  ]) {
    assert.equal((await as('owner', `/api/v1/tenants/${a.id}/users?${query}`)).status, 400, query);
  }
  assert.equal('isOwner' in {}, false);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test('S-LM-01: what is larger than anything needs is refused', async () => {
  const post = async (body: string) =>
    (
      await as('owner', '/api/v1/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
    ).status;
  const padded = (bytes: number) => `{"name":"${'x'.repeat(bytes - 11)}"}`;
  assert.equal(await post(padded(1024 * 1024)), 400);
  assert.equal(await post(padded(1024 * 1024 + 1)), 413);
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  for (const depth of [65, 1000, 100_000]) assert.equal(await post(nested(depth)), 400, `depth ${depth}`);
  assert.equal(await post(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), 400);
  const headers = Object.fromEntries(Array.from({ length: 100 }, (_, nth) => [`x-${nth}`, 'x']));
  assert.equal((await as('owner', '/api/v1/me', { headers })).status, 431);
  assert.equal((await as('owner', '/api/v1/me', { headers: { 'x-long': 'x'.repeat(20_000) } })).status, 431);
  for (const target of [
    `/api/v1/me?${'x'.repeat(20_000)}`,
    `/api/v1/${'x'.repeat(20_000)}`,
    `/api/v1/me?${'a&'.repeat(10_000)}`,
  ]) {
    assert.ok([414, 431].includes((await as('owner', target)).status), target.slice(0, 20));
  }
  assert.equal((await as('owner', `/api/v1/me?${'x'.repeat(5000)}`)).status, 414);
  const many = Array.from({ length: 500 }, (_, nth) => `a${nth}`).join('&');
  assert.equal((await as('owner', `/api/v1/me?${many}`)).status, 400);
  assert.equal((await call('/healthz', { headers: fromPage })).status, 200);
});
