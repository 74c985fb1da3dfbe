import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { openKeyFile } from './key-file.ts';
import { refuseShared } from './own-file.ts';
import { VaultRefusal } from './refusal.ts';

const home = mkdtempSync(join(tmpdir(), 'seatledger-key-'));
const dataDir = join(home, 'data');
after(() => rmSync(home, { recursive: true, force: true }));

const open = (path: string) => openKeyFile(path, { create: false, dataDir });
const make = (path: string) => openKeyFile(path, { create: true, dataDir });
const modeOf = (path: string) => statSync(path).mode & 0o777;

test('makes a key of its own that it finds again, for its user alone and beside nothing else', () => {
  const path = join(home, 'made', 'deeper', 'master.key');
  const key = make(path);
  assert.equal(key.symmetricKeySize, 32);
  assert.ok(open(path).equals(key));
  assert.ok(make(path).equals(key));
  assert.ok(!make(join(home, 'made', 'other.key')).equals(key));
  assert.match(readFileSync(path, 'utf8'), /^seatledger-key-v1 [\w-]{43}\n$/);
  assert.equal(modeOf(path), 0o600);
  assert.equal(modeOf(join(home, 'made')), 0o700);
  assert.deepEqual(readdirSync(join(home, 'made', 'deeper')), ['master.key']);
});

test('says where the key is missing and makes none unless it may', () => {
  const path = join(home, 'none', 'master.key');
  assert.throws(() => open(path), { code: 'key-missing', message: new RegExp(`no master key at ${path}`) });
  assert.throws(() => statSync(join(home, 'none')), { code: 'ENOENT' });
});

for (const mode of [0o644, 0o640, 0o604, 0o620]) {
  test(`F-ST-10 a key file of mode 0${mode.toString(8)} is refused with the command that closes it`, () => {
    const path = join(home, `open ${mode.toString(8)}.key`);
    make(path);
    chmodSync(path, mode);
    const command = `chmod 600 '${path}'`;
    assert.throws(
      () => open(path),
      (error) => says(error, 'key-readable-by-others', `0${mode.toString(8)}`, command),
    );
    assert.equal(spawnSync('sh', ['-c', command]).status, 0);
    assert.ok(open(path));
  });
}

test('F-ST-10 a key file of another user is refused with the command that takes it over', () => {
  const theirs = { mode: 0o100600, uid: 0 };
  const command = 'chown 1000 /etc/master.key && chmod 600 /etc/master.key';
  assert.throws(
    () => refuseShared('/etc/master.key', theirs, 1000),
    (error) => says(error, 'key-readable-by-others', command),
  );
  refuseShared('/etc/master.key', theirs, 0);
});

test('refuses what is no key file, whatever it is', () => {
  const path = join(home, 'changed.key');
  const line = 'seatledger-key-v1 ';
  const contents = [
    '',
    line,
    `${line}${'A'.repeat(42)}`,
    `${line}${'A'.repeat(44)}`,
    `${line}${'A'.repeat(42)}B`,
    `${line}${'A'.repeat(42)}=`,
    `${line}${'A'.repeat(43)} more`,
    `seatledger-key-v2 ${'A'.repeat(43)}`,
    'A'.repeat(2000),
  ];
  for (const content of contents) {
    writeFileSync(path, content, { mode: 0o600 });
    assert.throws(() => open(path), { code: 'key-malformed' }, JSON.stringify(content));
    assert.throws(() => make(path), { code: 'key-malformed' });
  }
  assert.throws(() => open(home), { code: 'key-malformed' });
  writeFileSync(path, `${line}${'A'.repeat(43)}\r\n`);
  assert.ok(open(path));
});

test('refuses a named pipe at once instead of waiting for someone to write', () => {
  const path = join(home, 'pipe.key');
  assert.equal(spawnSync('mkfifo', ['-m', '600', path]).status, 0);
  assert.throws(() => open(path), { code: 'key-malformed' });
});

test('refuses a path that cannot be reached or made', () => {
  writeFileSync(join(home, 'file'), '');
  assert.throws(
    () => open(join(home, 'file', 'master.key')),
    (error) => says(error, 'key-unreadable', 'ENOTDIR'),
  );
  assert.throws(
    () => make(join('/proc', 'master.key')),
    (error) => says(error, 'key-unreadable', 'cannot be made'),
  );
});

test('refuses a key inside the data directory, by whatever way it is named', () => {
  mkdirSync(join(dataDir, 'keys'), { recursive: true });
  symlinkSync(dataDir, join(home, 'link'));
  symlinkSync(join(dataDir, 'master.key'), join(home, 'link.key'));
  writeFileSync(join(dataDir, 'master.key'), '');
  const inside = [
    join(dataDir, 'master.key'),
    join(dataDir, 'keys', 'not', 'yet', 'there.key'),
    join(home, 'link', 'master.key'),
    join(home, 'link.key'),
    join(dataDir, '..keys', 'master.key'),
    `${home}/elsewhere/../data/master.key`,
  ];
  for (const path of inside) assert.throws(() => make(path), { code: 'key-in-data-dir' }, path);
  assert.ok(make(join(home, 'data-keys', 'master.key')));
  assert.ok(make(join(home, 'data.keys', 'master.key')));
});

test('1,000 makers at the same time get one key for each file', async () => {
  const [processes, files] = [8, 125];
  const paths = Array.from({ length: files }, (_, index) => join(home, 'race', String(index), 'master.key'));
  const program = `
    const { openKeyFile } = await import(${JSON.stringify(new URL('./key-file.ts', import.meta.url).href)});
    for (const path of ${JSON.stringify(paths)}) {
      console.log(openKeyFile(path, { create: true, dataDir: ${JSON.stringify(dataDir)} }).export().toString('hex'));
    }`;
  const makers = Array.from({ length: processes }, async () => {
    const maker = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [keys, exit] = await Promise.all([text(maker.stdout), once(maker, 'exit')]);
    assert.deepEqual(exit, [0, null]);
    return keys.trim().split('\n');
  });
  const [first, ...others] = await Promise.all(makers);
  assert.equal(new Set(first).size, files);
  for (const keys of others) assert.deepEqual(keys, first);
  for (const path of paths) assert.deepEqual(readdirSync(join(path, '..')), ['master.key']);
});

function says(error: unknown, code: string, ...parts: readonly string[]): boolean {
  assert.ok(error instanceof VaultRefusal);
  assert.equal(error.code, code);
  for (const part of parts) assert.ok(error.message.includes(part), error.message);
  return true;
}
