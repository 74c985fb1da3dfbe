import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';

// A stand-in for npm: it notes its arguments and does what the real one does last.
const npm = `
  import { appendFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
  appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
  if (existsSync('refuse')) process.exit(9);
  mkdirSync('node_modules', { recursive: true });
  cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;

test('a first start installs with everything the tools need, whatever NODE_ENV says; the next one does not', async (t) => {
  const checkout = freshCheckout(t);
  assert.deepEqual(await start(checkout, ['-p', '40 + 2'], { NODE_ENV: 'production' }), {
    code: 0,
    out: '42\n',
  });
  assert.match(checkout.npmCalls(), /^ci --include=dev --include=optional --ignore-scripts [^\n]*\n$/);
  await start(checkout, ['-p', '1']);
  assert.equal(checkout.npmCalls().split('\n').length, 2);
});

test('an install that was interrupted, or that is of another package-lock.json, is done again', async (t) => {
  const checkout = freshCheckout(t);
  await start(checkout, ['-p', '1']);
  rmSync(join(checkout.folder, 'node_modules/.package-lock.json'));
  await start(checkout, ['-p', '1']);
  checkout.writeLock('sha512-other');
  await start(checkout, ['-p', '1']);
  assert.equal(checkout.npmCalls().split('\n').length, 4);
});

test('two starts at the same time install once', async (t) => {
  const checkout = freshCheckout(t);
  const answers = await Promise.all([start(checkout, ['-p', '1']), start(checkout, ['-p', '1'])]);
  assert.deepEqual(answers, [
    { code: 0, out: '1\n' },
    { code: 0, out: '1\n' },
  ]);
  assert.equal(checkout.npmCalls().split('\n').length, 2);
});

test('the lock of a start that was killed is taken over', async (t) => {
  const checkout = freshCheckout(t);
  const dead = spawn(process.execPath, ['-e', '0']);
  await once(dead, 'exit');
  writeFileSync(join(checkout.folder, '.install-lock'), `${dead.pid}`);
  assert.deepEqual(await start(checkout, ['-p', '1']), { code: 0, out: '1\n' });
  assert.equal(existsSync(join(checkout.folder, '.install-lock')), false);
});

test('a failed install starts nothing, leaves no lock, and the next start tries again', async (t) => {
  const checkout = freshCheckout(t);
  writeFileSync(join(checkout.folder, 'refuse'), '');
  assert.deepEqual(await start(checkout, ['-p', '1']), { code: 1, out: '' });
  rmSync(join(checkout.folder, 'refuse'));
  assert.deepEqual(await start(checkout, ['-p', '1']), { code: 0, out: '1\n' });
});

test('the exit code of the program is that of the launcher, also when a signal ended it', async (t) => {
  const checkout = freshCheckout(t);
  assert.equal((await start(checkout, ['-e', 'process.exit(7)'])).code, 7);
  assert.equal((await start(checkout, ['-e', 'process.kill(process.pid, "SIGKILL")'])).code, 137);
});

test('SIGTERM reaches the program, which ends in its own way', async (t) => {
  const checkout = freshCheckout(t);
  await start(checkout, ['-p', '1']);
  const program = `process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('up')`;
  const launcher = launch(checkout, ['-e', program]);
  await once(launcher.stdout, 'data');
  launcher.kill('SIGTERM');
  assert.deepEqual(await once(launcher, 'exit'), [5, null]);
});

type Checkout = { readonly folder: string; npmCalls(): string; writeLock(integrity: string): void };

/** A folder with the launcher and a package-lock.json, in which nothing was installed yet. */
function freshCheckout(t: TestContext): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'seatledger-run-'));
  t.after(() => rmSync(folder, { recursive: true }));
  copyFileSync(join(import.meta.dirname, '../run.js'), join(folder, 'run.js'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'npm-cli.js'), npm);
  const writeLock = (integrity: string): void => {
    const packages = { '': {}, 'node_modules/a': { version: '1.0.0', integrity } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  };
  writeLock('sha512-one');
  return { folder, writeLock, npmCalls: () => readFileSync(join(folder, 'npm-calls'), 'utf8') };
}

async function start(checkout: Checkout, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const launcher = launch(checkout, args, env);
  const [out] = await Promise.all([text(launcher.stdout), once(launcher, 'close')]);
  return { code: launcher.exitCode, out };
}

function launch({ folder }: Checkout, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const npmOfTest = { npm_execpath: join(folder, 'npm-cli.js'), npm_node_execpath: process.execPath };
  return spawn(process.execPath, [join(folder, 'run.js'), 'node', ...args], {
    env: { ...process.env, ...npmOfTest, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
