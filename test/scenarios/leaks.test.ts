import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { inspect } from 'node:util';
import { Client } from 'pg';
import { Secret } from '../../src/domain/secret.ts';
import { readCertificate } from '../../src/graph/certificate.ts';
import { customCloud } from '../../src/graph/clouds.ts';
import { createGraph } from '../../src/graph/graph.ts';
import { createHttp } from '../../src/graph/http.ts';
import { makeCertificate, makePfx } from '../../src/graph/testing/certificates.ts';
import { createTokenSource } from '../../src/graph/token.ts';
import * as faults from '../../src/simulator/faults.ts';
import type { SimulatedTenant } from '../../src/simulator/simulator.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import {
  createWorkplace,
  hosts,
  tenantOf,
  type Ended,
  type Environment,
  type Workplace,
} from '../process.ts';
import { secretsBelow, secretsIn, type Planted } from '../secret-scan.ts';

const simulator = await startSimulator({ users: 60, tenants: 3 });
const [bySecret, byCertificate, refused] = [
  tenantOf(simulator),
  tenantOf(simulator, 1),
  tenantOf(simulator, 2),
];
after(() => simulator.close());

const tokens: string[] = [];
simulator.intercept(({ path }, { body }) => {
  if (!path.endsWith('/token') || body === null || typeof body !== 'object') return;
  if ('access_token' in body) tokens.push(String(body['access_token']));
});

const now = Date.now();
const { certificate, key } = makeCertificate({
  from: new Date(now - 86_400_000).toISOString(),
  to: new Date(now + 300 * 86_400_000).toISOString(),
});
byCertificate.app.addCertificate(certificate);
refused.permissions.revoke('Directory.Read.All');

const wrongSecret = 'wr~ng "Secret"/with+all&kinds=of%20signs\\here';
const pfxPassword = 'pfx pass "word" ~ 8f3b52';
const wrongPassword = 'not the pass+word/of=the&pfx';
const proxyPassword = 'proxyPassw0rd7741';
const postgresPassword = 'pg+pass/word "9912"';
const keyDer = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });

const planted: Planted = {
  'client secret': bySecret.secret,
  'client secret of the refused tenant': refused.secret,
  'wrong client secret': wrongSecret,
  'line of the private key': key.split('\n')[8] ?? '',
  'private key': keyDer.subarray(400, 440),
  'password of the PFX': pfxPassword,
  'wrong password of the PFX': wrongPassword,
  'password of the proxy': proxyPassword,
  'password of PostgreSQL': postgresPassword,
};

const debug = { SEATLEDGER_LOG_LEVEL: 'debug' };

test('the scan finds a secret in each form that it may take', () => {
  const secret = 'a "b"/c+d ~e&f=g\\h';
  const forms = [
    `x${secret}`,
    Buffer.from(`--${secret}--`).toString('base64'),
    Buffer.from(`-${secret}-`).toString('base64url'),
    Buffer.from(secret).toString('hex'),
    encodeURIComponent(secret),
    new URLSearchParams({ client_secret: secret }).toString(),
    JSON.stringify({ secret }),
  ];
  for (const form of forms) assert.deepEqual(secretsIn(form, { secret }), ['secret'], form);
  assert.deepEqual(secretsIn('a "b"/c+d', { secret }), []);
});

test('F-LG-01: no secret in output, logs, data or errors, whatever Microsoft answers (sqlite)', async () => {
  await using place = await createWorkplace();
  await useEverything(place, debug);
  assert.deepEqual(secretsBelow(place.dataDir, secretsOf(place)), []);
});

test('F-LG-01: no secret in output, logs, data or errors, whatever Microsoft answers (postgres)', async () => {
  await using place = await createWorkplace('postgres');
  const url = new URL(place.databaseUrl ?? '');
  // The server of the tests lets everyone in, so that any password will do.
  url.password ||= encodeURIComponent(postgresPassword);
  const file = place.write('database-url', url.href);
  await useEverything(place, { ...debug, SEATLEDGER_DATABASE_URL: '', SEATLEDGER_DATABASE_URL_FILE: file });
  const closed = `postgres://ledger:${encodeURIComponent(postgresPassword)}@127.0.0.1:9/ledger`;
  const unreachable = await place.start(['doctor', '--verbose'], { SEATLEDGER_DATABASE_URL: closed }).ended;
  assert.equal(unreachable.code, 5);
  clean(unreachable, place);
  assert.deepEqual(secretsIn(await everyRow(url.href), secretsOf(place)), []);
});

test('F-LG-01: no secret stands in the arguments or the environment of the running program', async (t) => {
  await using place = await createWorkplace();
  await place.start(place.connecting(simulator)).done();
  t.after(simulator.intercept(faults.delayed('/groups', 60_000)));
  const collection = place.start(['collect', '--verbose'], debug);
  assert.ok(await collection.says(/people/));
  for (const part of ['cmdline', 'environ']) {
    const file = `/proc/${collection.pid}/${part}`;
    // Other systems than Linux show it in no file.
    if (existsSync(file)) assert.deepEqual(secretsIn(readFileSync(file), secretsOf(place)), [], part);
  }
  collection.kill('SIGKILL');
  clean(await collection.ended, place);
  assert.deepEqual(secretsBelow(place.dataDir, secretsOf(place)), []);
});

test('F-LG-02: no error shows a secret when it is inspected or written as JSON', async () => {
  const { http, close } = createHttp();
  const cloud = customCloud(simulator.url, simulator.url);
  const source = (tenant: SimulatedTenant, secret: string, authority = cloud) =>
    createTokenSource({
      cloud: authority,
      tenantId: tenant.id,
      clientId: tenant.clientId,
      credential: { kind: 'secret', secret: new Secret(secret) },
      http,
      now: () => new Date(),
    });
  const graph = createGraph({
    cloud,
    token: source(refused, refused.secret),
    http,
    clock: { now: () => new Date(), wait: () => Promise.resolve() },
    random: () => 0,
    log: { debug: () => undefined, warn: () => undefined },
    userCount: 60,
  });
  const users = { path: '/users', units: 1 };
  const attempts: (() => unknown)[] = [
    () => source(bySecret, wrongSecret)(),
    () => source(bySecret, bySecret.secret, customCloud('http://127.0.0.1:9', simulator.url))(),
    () => graph.object({ path: '/subscribedSkus', units: 1 }),
    () => graph.page(users, 'http://evil.example/steal'),
    () => readCertificate(makePfx([certificate], key, pfxPassword), new Secret(wrongPassword), new Date()),
    () => readCertificate(Buffer.from(key), undefined, new Date()),
  ];
  for (const make of [faults.truncatedJson, faults.htmlBody, faults.resetConnection, faults.emptyBody]) {
    attempts.push(async () => {
      const undo = simulator.intercept(make('/users'));
      await graph.object(users).finally(undo);
      // A connection that breaks once is mended by asking again.
      throw new Error('mended');
    });
  }
  for (const attempt of attempts) {
    const error = await failureOf(attempt);
    const texts = [inspect(error, { depth: Infinity, showHidden: true }), JSON.stringify(error), error.stack];
    assert.deepEqual(secretsIn(texts.join('\n'), secretsOf()), [], error.message);
  }
  await close();
});

/** Connects in every way, right and wrong, collects through faults, reads everything: and never a secret. */
async function useEverything(place: Workplace, env: Environment): Promise<void> {
  const run = async (code: number, argv: readonly string[], stdin = '', more: Environment = {}) => {
    const ended = await place.start([...argv, '--verbose'], { ...env, ...more }, stdin).ended;
    assert.equal(ended.code, code, `${argv.join(' ')}\n${ended.stderr}`);
    clean(ended, place);
  };
  const connect = (tenant: SimulatedTenant, ...credential: readonly string[]) => [
    'connect',
    '--tenant',
    tenant.id,
    '--client-id',
    tenant.clientId,
    ...credential,
    ...hosts(simulator.url),
  ];
  const fromStdin = ['--secret-file', '-'];
  const pem = place.write('app.pem', certificate + key);
  const pfx = place.write('app.pfx', makePfx([certificate], key, pfxPassword));
  const password = place.write('password', pfxPassword);
  const otherPassword = place.write('other-password', wrongPassword);
  const proxy = `http://person:${proxyPassword}@127.0.0.1:9`;

  await run(3, connect(bySecret, ...fromStdin), wrongSecret);
  await run(3, connect(refused, ...fromStdin), refused.secret);
  await run(
    1,
    ['connect', '--tenant', bySecret.id, '--client-id', bySecret.clientId, ...fromStdin],
    bySecret.secret,
    {
      HTTPS_PROXY: proxy,
      https_proxy: proxy,
    },
  );
  await run(0, connect(bySecret, ...fromStdin), bySecret.secret);
  await run(2, connect(byCertificate, '--certificate', pfx, '--certificate-password-file', otherPassword));
  await run(0, connect(byCertificate, '--certificate', pfx, '--certificate-password-file', password));
  await run(0, connect(byCertificate, '--certificate', pem));
  await run(0, ['collect']);
  for (const [code, fault] of [
    [3, faults.unauthorizedForever('/users')],
    [4, faults.foreignNextLink('https://evil.example/v1.0/users', '/subscribedSkus')],
    [4, faults.forbid('/groups')],
    [0, faults.truncatedJson('/users', 1)],
    [0, faults.resetConnection('/subscribedSkus', 1)],
  ] as const) {
    const undo = simulator.intercept(fault);
    await run(code, ['collect']);
    undo();
  }
  for (const command of ['balance', 'users', 'ledger', 'runs', 'tenants', 'verify']) await run(0, [command]);
  await run(0, ['doctor']);
}

function clean({ stdout, stderr }: Ended, place: Workplace): void {
  assert.deepEqual(secretsIn(`${stdout}\n${stderr}`, secretsOf(place)), [], stderr);
}

/** All that is planted, with every token that was given so far and the master key of a place. */
function secretsOf(place?: Workplace): Planted {
  const given = tokens.flatMap((token, nth) => [
    [`token ${nth}`, token],
    [`signature of token ${nth}`, token.split('.')[2] ?? token],
  ]);
  const master = place && existsSync(place.keyFile) ? readFileSync(place.keyFile, 'utf8') : null;
  return {
    ...planted,
    ...(Object.fromEntries(given) as Planted),
    ...(master === null ? {} : { 'master key': Buffer.from(master.trim().split(' ')[1] ?? '', 'base64url') }),
  };
}

async function failureOf(attempt: () => unknown): Promise<Error> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return assert.fail('it did not fail');
}

/** Every row of every table of a PostgreSQL database, as text. */
async function everyRow(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = current_schema()',
    );
    const rows: unknown[] = [];
    for (const { name } of tables) rows.push((await client.query(`select * from "${name}"`)).rows);
    return JSON.stringify(rows);
  } finally {
    await client.end();
  }
}
