import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import * as path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { curvePem } from '../../src/graph/testing/certificates.ts';
import { delayed, emptyUsers, forbid, throttle } from '../../src/simulator/faults.ts';
import type { Interceptor } from '../../src/simulator/simulator.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import {
  createWorkplace,
  hosts,
  tenantOf,
  type Ended,
  type Environment,
  type Workplace,
} from '../process.ts';

const simulator = await startSimulator({ users: 60, tenants: 3 });
const [tenant, ofRefusals, ofOthers] = [tenantOf(simulator), tenantOf(simulator, 1), tenantOf(simulator, 2)];
const used = await collectedPlace();
after(async () => {
  await used[Symbol.asyncDispose]();
  await simulator.close();
});

test('0: what was asked for is done, and stdout holds the data alone', async () => {
  const shown = ends(await used.seatledger('balance', '--output', 'json', '--verbose'), 0);
  assert.ok(Array.isArray(JSON.parse(shown.stdout)));
  const collected = ends(await used.seatledger('collect', '--output', 'json'), 0);
  assert.ok(Array.isArray(JSON.parse(collected.stdout)));
  assert.match(collected.stderr, /Collecting/);
});

test('1: a host that cannot be reached, at connect and at collect', async () => {
  await using place = await createWorkplace();
  const passing = await startSimulator({ users: 30 });
  const host = new RegExp(new URL(passing.url).host);
  const connecting = place.connecting(passing);
  ends(await place.seatledger(...connecting), 0);
  await passing.close();
  assert.match(ends(await place.seatledger(...connecting), 1).stderr, host);
  assert.match(ends(await place.seatledger('collect'), 1).stderr, host);
});

const wrong: Readonly<Record<string, readonly string[]>> = {
  'an unknown command': ['balanc'],
  'an unknown option': ['balance', '--colour'],
  'an option without its value': ['balance', '--at'],
  'a form that the command has not': ['collect', '--output', 'csv'],
  'an unknown tenant': ['balance', '--tenant', 'nobody.example'],
  'an unknown product': ['balance', '--explain', 'NO_SUCH_SKU'],
  'an unknown person': ['user', 'nobody@nowhere.example'],
  'a day that is none': ['balance', '--at', '2026-02-31'],
  'a day before the first collection': ['balance', '--at', '2001-01-01'],
  'nothing to connect with': ['connect', '--no-input'],
  'a tenant id that is none': [
    'connect',
    '--tenant',
    'x y',
    '--client-id',
    tenant.clientId,
    '--secret-file',
    '-',
  ],
  'a client id that is none': ['connect', '--tenant', tenant.id, '--client-id', 'app', '--secret-file', '-'],
  'removing a tenant without --yes': ['tenants', 'remove', tenant.id],
};

for (const [what, argv] of Object.entries(wrong)) {
  test(`2: ${what}`, async () => {
    const { stdout } = ends(await used.start(argv, {}, 'some secret').ended, 2);
    assert.equal(stdout, '');
  });
}

test('2: a certificate on an elliptic curve, which Microsoft does not take', async () => {
  const file = used.write('curve.pem', curvePem);
  const words = ['--tenant', tenant.id, '--client-id', tenant.clientId, '--certificate', file];
  ends(await used.seatledger('connect', ...words, ...hosts(simulator.url)), 2);
});

test('2: a collection without a tenant, or of one that is paused and named', async () => {
  await using place = await createWorkplace();
  ends(await place.seatledger('collect'), 2);
  await place.start(place.connecting(simulator)).done();
  await place.start(['tenants', 'pause', tenant.domain]).done();
  ends(await place.seatledger('collect', '--tenant', tenant.domain), 2);
  await place.start(['tenants', 'resume', tenant.domain]).done();
  ends(await place.seatledger('collect', '--tenant', tenant.domain), 0);
});

test('2: every wrong setting is listed at once, and none that may hold a password is shown', async () => {
  const { stderr } = ends(
    await used.start(['balance'], {
      SEATLEDGER_DATA_DIR_FILE: used.write('dir', used.dataDir),
      SEATLEDGER_LOG_LEVEL: 'chatty',
      SEATLEDGER_DATABASE_URL: 'mysql://root:hunter2@localhost/ledger',
      SEATLEDGER_KEY_FILE: '',
      SEATLEDGER_KEY_FILE_FILE: path.join(used.folder, 'missing'),
    }).ended,
    2,
  );
  for (const name of ['DATA_DIR', 'LOG_LEVEL', 'DATABASE_URL', 'KEY_FILE_FILE']) {
    assert.match(stderr, new RegExp(`SEATLEDGER_${name}`));
  }
  assert.doesNotMatch(stderr, /hunter2/);
});

test('0: a setting may stand in a file', async () => {
  const { stdout } = ends(
    await used.start(['tenants', '--output', 'json'], {
      SEATLEDGER_DATA_DIR: '',
      SEATLEDGER_DATA_DIR_FILE: used.write('dir', `${used.dataDir}\n`),
    }).ended,
    0,
  );
  assert.equal(JSON.parse(stdout).length, 1);
});

test('3: Microsoft refuses at connect: wrong secret, unknown application, no consent', async () => {
  await using place = await createWorkplace();
  const connect = (secret: string, clientId = ofRefusals.clientId) => {
    const words = ['--tenant', ofRefusals.id, '--client-id', clientId, '--secret-file', '-'];
    return place.start(['connect', ...words, ...hosts(simulator.url)], {}, secret).ended;
  };
  ends(await connect('wrong'), 3);
  ends(await connect(ofRefusals.secret, '00000000-0000-4000-8000-000000000001'), 3);
  ofRefusals.permissions.revoke('User.Read.All');
  ofRefusals.permissions.revoke('Directory.Read.All');
  ends(await connect(ofRefusals.secret), 3);
  assert.equal(ends(await place.seatledger('tenants', '--output', 'json'), 0).stdout, '[]\n');
});

test('3: Microsoft refuses at collect: the secret was removed, then the application', async () => {
  await using place = await createWorkplace();
  await place.start(place.connecting(simulator, ofOthers)).done();
  await place.start(['collect']).done();
  ofOthers.app.removeSecrets();
  ends(await place.seatledger('collect'), 3);
  ofOthers.app.remove();
  ends(await place.seatledger('collect'), 3);
  const [{ state, reason }] = JSON.parse((await place.seatledger('tenants', '--output', 'json')).stdout);
  assert.equal(state, 'refused');
  assert.match(reason, /AADSTS/);
  assert.ok(JSON.parse((await place.seatledger('balance', '--output', 'json')).stdout).length > 0);
});

test('4: a run that is held, published in part, or put off', async () => {
  const { stderr: held } = ends(await during(emptyUsers(), used), 4);
  assert.match(held, /held/);
  const { stderr: partial } = ends(await during(forbid('/groups'), used), 4);
  assert.match(partial, /not complete/);
  const late = throttle({ path: '/users', times: Infinity, retryAfter: 600 });
  const { stderr: putOff } = ends(await during(late, used), 4);
  assert.match(putOff, /put off.*\d\d:\d\d/);
  const runs = JSON.parse((await used.seatledger('runs', '--output', 'json')).stdout);
  assert.deepEqual(
    runs.slice(0, 3).map(({ state, partial: isPartial }: Record<string, unknown>) => [state, isPartial]),
    [
      ['failed', undefined],
      ['published', true],
      ['held', undefined],
    ],
  );
});

test('5: a second collection while one is under way is told who holds the data, and reading goes on', async () => {
  const undo = simulator.intercept(delayed('/groups', 60_000));
  const first = used.start(['collect']);
  assert.ok(await first.says(/people/));
  const { stderr } = ends(await used.seatledger('collect'), 5);
  assert.match(stderr, new RegExp(`process ${first.pid}\\b`));
  ends(await used.seatledger('balance'), 0);
  first.kill('SIGKILL');
  await first.ended;
  undo();
  ends(await used.seatledger('collect'), 0);
});

test('130: a collection that is interrupted ends, and is a failed run', async () => {
  const undo = simulator.intercept(delayed('/groups', 60_000));
  const collection = used.start(['collect']);
  assert.ok(await collection.says(/people/));
  collection.kill('SIGINT');
  ends(await collection.ended, 130);
  undo();
  const [newest] = JSON.parse((await used.seatledger('runs', '--output', 'json')).stdout);
  assert.deepEqual([newest.state, newest.reason], ['failed', 'interrupted']);
});

/** What is done to data and key, a command that must refuse, and what its message says. */
const refusals: readonly {
  readonly what: string;
  readonly harm: (place: Workplace) => void;
  readonly says: RegExp;
  readonly command?: readonly string[];
  readonly env?: (place: Workplace) => Environment;
}[] = [
  {
    what: 'the key file is missing',
    harm: ({ keyFile }) => rmSync(keyFile),
    says: /no master key at/,
  },
  {
    what: 'the key file is another one',
    harm: ({ keyFile }) =>
      writeFileSync(keyFile, `seatledger-key-v1 ${Buffer.alloc(32, 7).toString('base64url')}\n`),
    says: /is not the one that sealed this data/,
  },
  {
    what: 'F-ST-10: the key file may be read by others',
    harm: ({ keyFile }) => chmodSync(keyFile, 0o644),
    says: /chmod 600 \S+master\.key/,
  },
  {
    what: 'the key lies in the data directory',
    harm: ({ keyFile, dataDir }) => copyFileSync(keyFile, path.join(dataDir, 'master.key')),
    says: /lies in the data directory/,
    env: ({ dataDir }) => ({ SEATLEDGER_KEY_FILE: path.join(dataDir, 'master.key') }),
  },
  {
    what: 'F-UP-02: the data is of a newer version',
    harm: ({ databaseFile }) => execute(databaseFile, `insert into migration values ('999-later', '2030')`),
    says: /newer Seatledger \(999-later\)/,
    command: ['balance'],
  },
  {
    what: 'the database is no database',
    harm: ({ databaseFile }) => writeFileSync(databaseFile, 'not a database, '.repeat(1000)),
    says: /damaged or is no Seatledger database/,
    command: ['balance'],
  },
  {
    what: 'F-ST-07: half of the database is gone',
    harm: ({ databaseFile }) => truncateSync(databaseFile, readFileSync(databaseFile).length / 2),
    says: /damaged or is no Seatledger database/,
    command: ['users'],
  },
  {
    what: 'F-ST-06: pages of the database are overwritten',
    harm: ({ databaseFile }) => overwrite(databaseFile),
    says: /The database is damaged/,
    command: ['verify'],
  },
  {
    what: 'F-ST-07: the database is empty, and was not',
    harm: ({ databaseFile }) => truncateSync(databaseFile, 0),
    says: /is damaged: it is empty, and was not/,
    command: ['balance'],
  },
];

for (const { what, harm, says, command = ['collect'], env } of refusals) {
  test(`5: ${what}; nothing is written`, async () => {
    await using place = await createWorkplace();
    await place.start(used.connecting(simulator)).done();
    await place.start(['collect']).done();
    harm(place);
    const before = contents(place.folder);
    const { stdout, stderr } = ends(await place.start(command, env?.(place)).ended, 5);
    assert.match(stderr, says);
    assert.equal(stdout, '');
    assert.doesNotMatch(stderr, /^\s+at /m);
    assert.deepEqual(contents(place.folder), before);
  });
}

test('0: without its key, what only reads works, and doctor says what is missing', async () => {
  await using place = await createWorkplace();
  await place.start(used.connecting(simulator)).done();
  await place.start(['collect']).done();
  rmSync(place.keyFile);
  const { stdout } = ends(await place.seatledger('balance', '--output', 'json'), 0);
  assert.ok(JSON.parse(stdout).length > 0);
  const { stdout: health } = ends(await place.seatledger('doctor'), 1);
  assert.match(health, /no master key at/);
});

async function collectedPlace(): Promise<Workplace> {
  const place = await createWorkplace();
  await place.start(place.connecting(simulator)).done();
  await place.start(['collect']).done();
  return place;
}

/** The process ended with that code; a failure shows what it said. */
function ends(ended: Ended, code: number): Ended {
  assert.equal(ended.code, code, `${ended.stdout}\n${ended.stderr}`);
  return ended;
}

async function during(fault: Interceptor, place: Workplace): Promise<Ended> {
  const undo = simulator.intercept(fault);
  try {
    return await place.seatledger('collect');
  } finally {
    undo();
  }
}

function execute(databaseFile: string, sql: string): void {
  using file = new DatabaseSync(databaseFile);
  file.exec(sql);
}

/** The second half of its pages; the first says what the file is. */
function overwrite(databaseFile: string): void {
  const bytes = readFileSync(databaseFile);
  writeFileSync(databaseFile, bytes.fill(0xa5, bytes.length / 2));
}

/** The hash of every file in a folder. */
function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}
