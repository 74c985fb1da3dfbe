import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { commands } from '../../src/cli/commands/index.ts';
import { globalOptions } from '../../src/cli/definition.ts';
import { localCaller } from '../../src/domain/access.ts';
import { secretsIn, type Planted } from '../secret-scan.ts';
import { bodyOf, changing, nameOf, reading, targetOf, unknown } from './calls.ts';
import { callTo, type Answer, type Call, type Sent } from './http.ts';
import { createWorld, fromPage, password } from './world.ts';

const world = await createWorld();
after(() => world.close());
const { a, b, as, access, simulator } = world;

test('S-AZ-13: no answer holds anything that opens something', async () => {
  const { secret: token } = await access.createToken(localCaller, { name: 'planted', role: 'admin' });
  const made = await as('owner', '/api/v1/certificates', { method: 'POST', body: {} });
  assert.equal(made.status, 201);
  assert.doesNotMatch(made.text, /PRIVATE/);
  const planted: Planted = {
    'secret of A': a.simulated.secret,
    'secret of B': b.simulated.secret,
    'master key': readFileSync(path.join(world.folder, 'key', 'master.key')),
    password,
    token,
    ...Object.fromEntries(
      Object.entries(world.cookies).flatMap(([who, cookie]) =>
        cookie ? [[`session of ${who}`, cookie]] : [],
      ),
    ),
    ...kept('seatledger.sqlite', 'connection', ['data_key', 'sealed']),
    ...kept('seatledger-access.sqlite', 'access_account', ['password_hash']),
    ...kept('seatledger-access.sqlite', 'access_session', ['id_hash']),
    ...kept('seatledger-access.sqlite', 'access_token', ['hash']),
    ...kept('seatledger-access.sqlite', 'access_setting', ['value']),
  };
  assert.ok(Object.keys(planted).length > 20);
  for (const route of reading) {
    for (const accept of ['application/json', ...(route.forms ?? [])]) {
      const answer = await as('owner', targetOf(route, a), { headers: { accept } });
      assert.equal(answer.status, 200, answer.text);
      assert.deepEqual(secretsIn(whole(answer), planted), [], `${nameOf(route)} as ${accept}`);
    }
  }
  for (const target of ['/metrics', '/api/docs', '/api/openapi.json', '/', '/healthz', '/readyz']) {
    assert.deepEqual(secretsIn(whole(await as('owner', target)), planted), [], target);
  }
});

function whole({ headers, text }: Answer): string {
  return `${JSON.stringify(headers)}\n${text}`;
}

/** What some columns of a table hold, each by a name of its own. */
function kept(file: string, table: string, columns: readonly string[]): Planted {
  using database = new DatabaseSync(path.join(world.dataDir, file), { readOnly: true });
  const rows = database.prepare(`select ${columns.join(', ')} from ${table}`).all();
  return Object.fromEntries(
    rows.flatMap((row, nth) =>
      Object.entries(row).map(([column, value]) => [`${table}.${column} ${nth}`, String(value)]),
    ),
  );
}

test('S-AZ-13: where a credential is sent changes only together with the credential', async () => {
  const before = world.dump();
  const seen = simulator.requests().length;
  const { id, clientId } = a.simulated;
  const patch = {
    cloud: 'china',
    clientId: unknown.id,
    authorityHost: simulator.url,
    graphHost: simulator.url,
    id: b.id,
    domain: 'x',
  };
  for (const [field, value] of Object.entries(patch)) {
    const { status } = await as('owner', `/api/v1/tenants/${id}`, {
      method: 'PATCH',
      body: { [field]: value },
    });
    assert.equal(status, 400, field);
  }
  const hosts = { authorityHost: simulator.url, graphHost: simulator.url };
  for (const body of [
    { tenant: id, clientId, cloud: 'custom', ...hosts },
    { tenant: id, clientId, cloud: 'custom', ...hosts, secret: '' },
    { tenant: id, clientId: unknown.id, cloud: 'custom', ...hosts },
    { tenant: id, clientId, cloud: 'custom', ...hosts, certificate: { made: 'none' } },
    { tenant: id, clientId, cloud: 'evil', ...hosts, secret: 'x' },
  ]) {
    const { status, text } = await as('owner', '/api/v1/tenants', { method: 'POST', body });
    assert.ok([400, 422].includes(status), text);
  }
  assert.equal(world.dump(), before);
  const sent = simulator.requests().slice(seen);
  assert.deepEqual(
    sent.filter(({ path: target }) => target.endsWith('/token')),
    [],
  );
});

test('S-CF-02: no command takes a secret as a word of its line', () => {
  const secretive = /secret|password|passphrase|token|code|key|credential|pem|pfx/i;
  for (const { name, argument, options = [] } of [
    ...commands,
    { name: 'every command', options: globalOptions },
  ]) {
    for (const { flags } of options) {
      const [long = '', value] = flags.split(' ');
      if (!secretive.test(flags) || value === undefined) continue;
      assert.match(`${long} ${value}`, /^--[a-z-]+-file <file>$/, `${name} ${flags}`);
    }
    if (name === 'token revoke') assert.match(argument?.description ?? '', /name or its id/);
    else assert.doesNotMatch(argument?.name ?? '', secretive, name);
  }
});

/** Every way in which a body can be other than it should, with a text in it. */
function spoiled(body: Readonly<Record<string, unknown>>, canary: string): readonly unknown[] {
  const fields = Object.keys(body);
  return [
    ...fields.map((field) => ({ ...body, [field]: canary })),
    ...fields.map((field) => ({ ...body, [field]: [canary] })),
    ...fields.map((field) => ({ ...body, [field]: canary.repeat(100) })),
    { ...body, extra: canary },
    { ...body, extra: { deep: canary } },
    [canary],
    `{"password":"${canary}`,
    `{"password":${canary}}`,
    `"${canary}"`,
    canary,
  ];
}

const secretFields = ['secret', 'password', 'code'] as const;

test('S-LK-01: no error says, and no log keeps, what was given as a secret', async () => {
  await using daemon = await startDaemon();
  const { call, claimCode, cookie } = daemon;
  const signedIn = { ...fromPage, cookie };
  const canary = `c4n4ry+/"${'Zy9'.repeat(4)}~`;
  const planted = { canary, 'end of the canary': canary.slice(9) };
  const answers: [string, Answer][] = [];
  const send = async (what: string, target: string, sent: Sent) =>
    void answers.push([what, await call(target, sent)]);

  const tenant = { tenant: a.id, clientId: a.simulated.clientId };
  const hosts = { cloud: 'custom', authorityHost: simulator.url, graphHost: simulator.url };
  const attempts: readonly [string, Readonly<Record<string, unknown>>][] = [
    ['tenants', { ...tenant, ...hosts, secret: canary }],
    ['tenants', { ...tenant, ...hosts, certificate: { pem: canary, password: canary } }],
    [
      'tenants',
      { ...tenant, ...hosts, certificate: { pfx: Buffer.from(canary).toString('base64'), password: canary } },
    ],
    ['tenants', { ...tenant, ...hosts, certificate: { pfx: canary, password: canary } }],
    ['tenants', { ...tenant, ...hosts, certificate: { made: canary } }],
    [
      'tenants',
      {
        ...tenant,
        ...hosts,
        graphHost: 'http://127.0.0.1:1',
        authorityHost: 'http://127.0.0.1:1',
        secret: canary,
      },
    ],
    ['accounts', { name: 'x', role: 'nothing', password: canary }],
    ['accounts', { name: '?', role: 'viewer', password: canary }],
    ['accounts', { name: 'x', role: 'viewer', password: canary, tenants: ['nowhere'] }],
    ['sign-in', { name: 'ana', password: canary }],
    ['sign-in/one-time', { code: canary }],
    ['claim', { code: canary, name: 'eve', password: canary }],
  ];
  for (const [address, body] of attempts) {
    for (const accept of ['application/json', 'text/event-stream']) {
      await send(`${address} as ${accept}`, `/api/v1/${address}`, {
        method: 'POST',
        headers: { ...signedIn, accept },
        body,
      });
    }
  }
  for (const route of changing) {
    const body = bodyOf(route, a.id) ?? {};
    const secrets = secretFields.filter((field) => field in body);
    for (const wrong of spoiled(Object.fromEntries(secrets.map((field) => [field, canary])), canary)) {
      const whole = typeof wrong === 'object' && !Array.isArray(wrong) ? { ...body, ...wrong } : wrong;
      // Signing out, removing and the like would end what the next calls need.
      if (route.method === 'DELETE' || route.url === '/sign-out') continue;
      const headers = { ...signedIn, 'content-type': 'application/json' };
      await send(nameOf(route), targetOf(route, a), { method: route.method, headers, body: whole });
    }
  }
  for (const headers of [
    { authorization: `Bearer ${canary}` },
    { authorization: canary },
    { cookie: `seatledger=${canary}` },
    { 'x-seatledger': canary },
  ]) {
    await send('headers', '/api/v1/me', { headers });
    await send('headers', '/api/v1/sign-out', {
      method: 'POST',
      headers: { ...headers, origin: `https://${encodeURIComponent(canary)}` },
    });
  }
  const failed = answers.filter(([, { status }]) => status >= 400).length;
  assert.ok(failed > 60, `${failed} of ${answers.length} failed`);
  for (const [what, answer] of answers) {
    assert.deepEqual(secretsIn(whole(answer), planted), [], `${what}: ${answer.status} ${answer.text}`);
  }
  const log = await daemon.end();
  assert.match(log, /Listening on/);
  assert.deepEqual(secretsIn(log, { ...planted, password, cookie: cookie.split('=')[1] ?? '' }), []);
  assert.equal(log.split(claimCode).length, 2, 'the code is said once');
});

type Daemon = {
  readonly call: Call;
  readonly claimCode: string;
  /** The session of its owner. */
  readonly cookie: string;
  /** Ends it, and gives everything that it wrote. */
  end(): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A process that logs all there is to log, claimed by an owner. */
async function startDaemon(): Promise<Daemon> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-leaks-'));
  const child = spawn(
    process.execPath,
    ['--disable-proto=throw', path.join(import.meta.dirname, 'daemon.ts')],
    {
      env: {
        PATH: process.env['PATH'],
        SEATLEDGER_DATA_DIR: path.join(folder, 'data'),
        SEATLEDGER_KEY_FILE: path.join(folder, 'key', 'master.key'),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  while (!/Listening on \S+[\s\S]*claim#\w+/.test(written)) await once(child.stderr, 'data');
  const [, origin = ''] = /Listening on (\S+)/.exec(written) ?? [];
  const [, claimCode = ''] = /claim#(\w+)/.exec(written) ?? [];
  const call = callTo(origin);
  const claimed = await call('/api/v1/claim', {
    method: 'POST',
    headers: fromPage,
    body: { code: claimCode, name: 'ana', password },
  });
  const [cookie = ''] = claimed.headers['set-cookie']?.split(';') ?? [];
  const end = async () => {
    child.stdin.end();
    await closed;
    return written;
  };
  return {
    call,
    claimCode,
    cookie,
    end,
    async [Symbol.asyncDispose]() {
      await end();
      rmSync(folder, { recursive: true });
    },
  };
}
