import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { Refusal } from '../../src/api/contract/refusal.ts';
import { serve, type ServeOptions, type Serving } from '../../src/serve.ts';
import { callTo, type Answer, type Call, type Sent } from './http.ts';
import { fromPage, password } from './world.ts';

const publicUrl = { SEATLEDGER_PUBLIC_URL: 'https://seats.contoso.com' };

/** A new Seatledger on a folder of its own, which is kept over restarts. */
type Place = {
  readonly dataDir: string;
  readonly keyFile: string;
  /** What it said since it was last started. */
  readonly said: () => string;
  start(options?: Partial<ServeOptions>, env?: Readonly<Record<string, string>>): Promise<Started>;
  later(milliseconds: number): void;
};

type Started = { readonly serving: Serving; readonly port: number; readonly call: Call };

/** A test of that name in a place of its own. */
function inNewPlace(name: string, body: (place: Place) => Promise<void>): void {
  test(name, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-claim-'));
    const running: Serving[] = [];
    let lines: string[] = [];
    let ahead = 0;
    const place: Place = {
      dataDir: path.join(folder, 'data'),
      keyFile: path.join(folder, 'key', 'master.key'),
      said: () => lines.join('\n'),
      later: (milliseconds) => void (ahead += milliseconds),
      async start(options = {}, env = {}) {
        await running.pop()?.close();
        lines = [];
        const serving = await serve({
          env: {
            SEATLEDGER_DATA_DIR: place.dataDir,
            SEATLEDGER_KEY_FILE: place.keyFile,
            SEATLEDGER_LOG_LEVEL: 'silent',
            ...env,
          },
          verbose: false,
          port: 0,
          customClouds: false,
          collects: true,
          answers: true,
          say: (line) => void lines.push(line),
          clock: { now: () => new Date(Date.now() + ahead), wait: () => new Promise(() => undefined) },
          ...options,
        });
        running.push(serving);
        const [, address = ''] = /Listening on (\S+)/.exec(place.said()) ?? [];
        return { serving, port: Number(new URL(address).port), call: callTo(address) };
      },
    };
    try {
      await body(place);
    } finally {
      await running.pop()?.close();
      rmSync(folder, { recursive: true });
    }
  });
}

function codesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\/claim#(\S+)/g), ([, code = '']) => code);
}

function post(call: Call, address: string, body: unknown, headers: Sent['headers'] = {}): Promise<Answer> {
  return call(`/api/v1/${address}`, { method: 'POST', headers: { ...fromPage, ...headers }, body });
}

function claim(call: Call, code: string, name = 'ana'): Promise<Answer> {
  return post(call, 'claim', { code, name, password });
}

/** Whether something listens at an address. */
function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

inNewPlace('S-FR-01: nobody on the network reaches what nobody has claimed yet', async ({ start, said }) => {
  const unclaimed = await start({ host: '0.0.0.0' }, publicUrl);
  assert.ok(await listens('127.0.0.1', unclaimed.port));
  // Another address of this very machine: answered by whoever listens on all of them, and by no one else.
  assert.ok(!(await listens('127.0.0.2', unclaimed.port)));
  assert.match(said(), /Nobody has claimed this Seatledger yet: it listens on this machine alone/);
  const [code = ''] = codesIn(said());
  assert.equal((await claim(unclaimed.call, code)).status, 200);
  const claimed = await start({ host: '0.0.0.0' }, publicUrl);
  assert.ok(await listens('127.0.0.1', claimed.port));
  assert.deepEqual(codesIn(said()), []);
  await assert.rejects(
    start({ host: '0.0.0.0' }),
    (error) => error instanceof Refusal && /TLS/.test(error.message),
  );
});

inNewPlace('S-FR-01: without the code nobody becomes anything', async ({ start, said, dataDir }) => {
  const { call } = await start();
  const [code = ''] = codesIn(said());
  assert.match(code, /^[0-9a-f]{32}$/);
  const file = path.join(dataDir, 'claim-code');
  assert.equal(readFileSync(file, 'utf8').trim(), code);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal((await post(call, 'claim', { name: 'ana', password })).status, 400);
  for (const wrong of ['', ' ', code.slice(1), 'x']) {
    const { status } = await claim(call, wrong);
    assert.ok([400, 401].includes(status), JSON.stringify(wrong));
  }
  assert.equal((await post(call, 'sign-in/one-time', { code })).status, 401);
  assert.equal((await call('/api/v1/me', { headers: { cookie: `seatledger=${code}` } })).status, 401);
  assert.equal(
    (await post(call, 'claim', { code, name: 'ana', password }, { 'x-seatledger': '0' })).status,
    403,
  );
});

inNewPlace(
  'S-FR-02: of two who claim at once one becomes the owner, and later nobody',
  async ({ start, said, dataDir }) => {
    const { call } = await start();
    const [code = ''] = codesIn(said());
    const both = await Promise.all([claim(call, code, 'ana'), claim(call, code, 'bob')]);
    assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]));
    assert.equal((await claim(call, code, 'eve')).status, 409);
    using database = new DatabaseSync(path.join(dataDir, 'seatledger-access.sqlite'), { readOnly: true });
    assert.deepEqual(
      database
        .prepare('select role from access_account')
        .all()
        .map(({ role }) => role),
      ['owner'],
    );
    assert.ok(!readdirSync(dataDir).includes('claim-code'));
  },
);

inNewPlace(
  'S-FR-02: whoever loses the database does not make it claimable',
  async ({ start, said, dataDir }) => {
    const first = await start();
    const [code = ''] = codesIn(said());
    const signedIn = await claim(first.call, code);
    const [cookie = ''] = signedIn.headers['set-cookie']?.split(';') ?? [];
    await first.serving.close();
    for (const name of readdirSync(dataDir).filter((file) => file.includes('.sqlite')))
      rmSync(path.join(dataDir, name));
    const { call } = await start();
    assert.deepEqual(codesIn(said()), []);
    assert.match(said(), /Warning: .*accounts are gone/);
    assert.deepEqual(JSON.parse((await call('/api/v1/entrance')).text), { claimed: true });
    assert.equal((await claim(call, code)).status, 409);
    assert.equal((await call('/api/v1/me', { headers: { cookie } })).status, 401);
  },
);

inNewPlace(
  'S-FR-03: the fifth wrong code ends the right one, and half an hour does',
  async ({ start, said, later }) => {
    const { call } = await start();
    const [first = ''] = codesIn(said());
    for (let nth = 0; nth < 5; nth++) assert.equal((await claim(call, `${nth}`.repeat(32))).status, 401);
    assert.equal((await claim(call, first)).status, 401);
    const [, second = ''] = codesIn(said());
    assert.notEqual(second, first);
    later(31 * 60 * 1000);
    assert.equal((await claim(call, second)).status, 401);
    const third = codesIn(said()).at(-1) ?? '';
    assert.equal(new Set(codesIn(said())).size, 3);
    const claimed = await claim(call, third);
    assert.equal(claimed.status, 200, claimed.text);
  },
);

inNewPlace(
  'S-FR-04: a new Seatledger has no account, no token, no tenant and no key of another',
  async (place) => {
    const { call, serving } = await place.start();
    const access = await serving.services.access();
    assert.deepEqual(await access.accounts(), []);
    assert.deepEqual(await access.tokens({ kind: 'local', name: '', role: 'owner', tenants: 'all' }), []);
    for (const [name, guess] of [
      ['admin', 'admin'],
      ['admin', 'password'],
      ['owner', 'owner'],
      ['demo', 'demo'],
      ['seatledger', 'seatledger'],
      ['root', ' '],
    ] as const) {
      assert.equal((await post(call, 'sign-in', { name, password: guess })).status, 401, name);
    }
    for (const target of [
      '/debug',
      '/admin',
      '/console',
      '/graphql',
      '/actuator',
      '/api',
      '/api/v1',
      '/api/v1/debug',
      '/documentation',
      '/documentation/json',
      '/swagger',
      '/.well-known/openid-configuration',
      '/_control',
    ]) {
      assert.equal((await call(target)).status, 404, target);
    }
    const keys = () => {
      using database = new DatabaseSync(path.join(place.dataDir, 'seatledger-access.sqlite'), {
        readOnly: true,
      });
      return database
        .prepare("select value from access_setting where name = 'cursor-key'")
        .all()
        .map(({ value }) => value);
    };
    const [before] = keys();
    await serving.close();
    rmSync(place.dataDir, { recursive: true });
    await place.start();
    assert.match(String(before), /^[\w-]{43}$/);
    assert.notEqual(keys()[0], before);
  },
);
