import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import type { TruthRow } from '../../src/simulator/company/truth.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { createWorkplace, program, root, startNode, tenantOf, type Workplace } from '../process.ts';

type Row = Readonly<Record<string, unknown>>;

const simulator = await startSimulator({ users: 5_000 });
const place = await collected(simulator);
const crowd = await startSimulator({ users: 20_000 });
const crowded = await collected(crowd);
after(async () => {
  await place[Symbol.asyncDispose]();
  await crowded[Symbol.asyncDispose]();
  await simulator.close();
  await crowd.close();
});

const balanceFields =
  'tenantId, tenantName, skuId, skuPartNumber, productName, class, appliesTo, capabilityStatus, enabled, warning, ' +
  'suspended, lockedOut, consumed, usable, available, firm, graceHeld, over, ghost, trueOver, utilization, counted, ' +
  'gap, status, asOf, runId';
const userFields =
  'tenantId, id, userPrincipalName, displayName, enabled, type, department, country, usageLocation, seats, waiting';

test('balance has exactly the fields of the contract, as JSON and as the header of the CSV', async () => {
  const rows = await list(place, 'balance');
  for (const row of rows) assert.equal(Object.keys(row).join(', '), balanceFields);
  const csv = (await place.start(['balance', '--output', 'csv']).done()).stdout.trimEnd().split('\n');
  assert.equal(csv[0], balanceFields.replaceAll(' ', ''));
  assert.equal(csv.length, rows.length + 1);
});

test('users, seats, sources and waiting have exactly the fields of the contract', async () => {
  const users = await list(place, 'users');
  assert.equal(users.length, tenantOf(simulator).userCount());
  hasFields(users, userFields);
  const seats = users.flatMap(({ seats: own }) => own as Row[]);
  hasFields(seats, 'skuId, skuPartNumber, productName, sources, state, error?, since');
  hasFields(
    seats.flatMap(({ sources }) => sources as Row[]),
    'kind, groupId?, groupName?',
  );
  hasFields(
    users.flatMap(({ waiting }) => waiting as Row[]),
    'skuId, skuPartNumber, productName, groupId?, groupName?, error',
  );
});

test('ledger, runs and tenants have exactly the fields of the contract', async () => {
  hasFields(
    await list(place, 'ledger'),
    'tenantId, sequence, at, runId, kind, userId?, skuId?, before, after',
  );
  hasFields(
    await list(place, 'runs'),
    'tenantId, id, state, startedAt, endedAt, requests, throttled, partial?, reason?',
  );
  const tenants = await list(place, 'tenants');
  hasFields(tenants, 'id, name, domain, clientId, cloud, credential, state, lastRun, asOf, users, reason?');
  hasFields(
    tenants.map(({ credential }) => credential as Row),
    'kind, endsAt',
  );
});

test('the demo through the launcher prints the figures that the simulator handed out', async () => {
  const launcher = path.join(root, 'bin/seatledger.mjs');
  const { stdout } = await startNode([
    launcher,
    'demo',
    '--once',
    '--users',
    '120',
    '--output',
    'json',
  ]).done();
  await using same = await startSimulator({ users: 120 });
  assert.deepEqual(figures(JSON.parse(stdout)), truth(tenantOf(same).truth()));
});

test('npm start -- --once prints the balance and nothing else to stdout', async () => {
  const words = ['run.js', 'npm', 'start', '--silent', '--', '--once', '--output', 'json'];
  const { stdout } = await startNode(words, { HOME: place.folder }).done();
  await using same = await startSimulator({ users: 250 });
  assert.deepEqual(figures(JSON.parse(stdout)), truth(tenantOf(same).truth()));
});

test('20,000 people are a valid list, in about the memory of 5,000', async () => {
  const few = await peakOf(place);
  const all = await peakOf(crowded);
  assert.equal(all.people, tenantOf(crowd).userCount());
  // A cache of 24 MiB fills meanwhile; people who were held all at once would take 30 MB more.
  assert.ok(all.peakMb < few.peakMb + 50, `${few.peakMb} MB for 5,000, ${all.peakMb} MB for 20,000`);
});

for (const words of [['users', '--output', 'json'], ['users'], ['users', '--output', 'csv']]) {
  test(`a reader that has seen enough ends ${words.join(' ')} quietly`, async () => {
    const child = spawn(process.execPath, [...program, ...words], {
      env: { ...process.env, ...crowded.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
    assert.equal(child.exitCode, 0, stderr);
    assert.doesNotMatch(stderr, /seatledger:|EPIPE/);
  });
}

test('help and version need no data and end with 0', async () => {
  await using nowhere = await createWorkplace();
  const help = await nowhere.start(['balance', '--help']).done();
  assert.match(help.stdout, /Examples:/);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Row;
  assert.equal((await nowhere.start(['--version']).done()).stdout, `${String(version)}\n`);
});

async function collected(of: typeof simulator): Promise<Workplace> {
  const made = await createWorkplace();
  await made.start(made.connecting(of)).done();
  await made.start(['collect']).done();
  for (const tenant of of.tenants) tenant.passDay();
  await made.start(['collect']).done();
  return made;
}

/** A JSON list that a command prints; a row that is no object fails in what reads its fields. */
async function list(from: Workplace, command: string): Promise<readonly Row[]> {
  const { stdout } = await from.start([command, '--output', 'json']).done();
  const rows: unknown = JSON.parse(stdout);
  assert.ok(Array.isArray(rows) && rows.length > 0, command);
  return rows as Row[];
}

/** Every row has these fields and no other; those with a question mark may be absent. */
function hasFields(rows: readonly Row[], fields: string): void {
  assert.ok(rows.length > 0, `no row with ${fields}`);
  const names = fields.split(', ');
  const required = names.filter((name) => !name.endsWith('?'));
  const known = names.map((name) => name.replace('?', ''));
  for (const row of rows) {
    const own = Object.keys(row);
    assert.deepEqual(
      own.filter((name) => !known.includes(name)),
      [],
    );
    assert.deepEqual(
      required.filter((name) => !own.includes(name)),
      [],
    );
  }
}

function figures(lines: readonly Row[]): Row {
  return Object.fromEntries(
    lines.map((line) => [
      line['skuId'],
      ['enabled', 'warning', 'suspended', 'lockedOut', 'consumed', 'counted'].map((name) => line[name]),
    ]),
  );
}

function truth(rows: readonly TruthRow[]): Row {
  return Object.fromEntries(
    rows.map((row) => [
      row.skuId,
      [row.enabled, row.warning, row.suspended, row.lockedOut, row.consumed, row.holders],
    ]),
  );
}

/** How many people the JSON list has, and the most memory that the process took which wrote it. */
async function peakOf(of: Workplace): Promise<{ readonly people: number; readonly peakMb: number }> {
  const file = path.join(of.folder, 'usage');
  // Garbage is collected early, so that the figure is about what is held and not about what was not yet let go.
  const measured = [
    '--max-semi-space-size=1',
    '--heap-growing-percent=20',
    '--import',
    path.join(root, 'test/bench/usage.ts'),
    ...program,
  ];
  const env = { ...of.env, BENCH_USAGE_FILE: file };
  const { stdout } = await startNode([...measured, 'users', '--output', 'json'], env).done();
  const ids = (JSON.parse(stdout) as readonly Row[]).map(({ id }) => id);
  return { people: new Set(ids).size, peakMb: Number(readFileSync(file, 'utf8')) };
}
