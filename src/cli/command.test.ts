import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { Refusal } from '../api/contract/refusal.ts';
import type { RefusalCode } from '../api/contract/refusal.ts';
import { commands } from './commands/index.ts';
import { contoso } from './testing/tenant-data.ts';
import { run } from './testing/run.ts';

const neverOpened = {
  open: () => {
    throw new Error('the store was opened');
  },
};

test('every file of commands is listed, and every name is there once', () => {
  const files = readdirSync(new URL('commands/', import.meta.url)).filter((file) => file !== 'index.ts');
  const names = commands.map(({ name }) => name);
  assert.deepEqual(files.toSorted(), names.map((name) => `${name.replace(' ', '-')}.ts`).toSorted());
});

for (const { name, examples } of commands) {
  test(`${name} --help shows its examples without opening the store`, async () => {
    const { code, stdout, stderr } = await run(`${name} --help`, { context: neverOpened });
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.ok(examples.length >= 2);
    assert.match(stdout, new RegExp(`^Usage: seatledger ${name}`));
    for (const { line, says } of examples) {
      assert.ok(stdout.includes(`  ${line}\n      ${says}`));
      assert.ok(line.includes(`seatledger ${name.split(' ')[0]}`));
    }
  });
}

test('--help and --version answer without opening the store', async () => {
  const help = await run('--help', { context: neverOpened });
  assert.equal(help.code, 0);
  for (const { name } of commands)
    if (!name.includes(' ')) assert.match(help.stdout, new RegExp(`^  ${name} `, 'm'));
  assert.deepEqual(await run('--version', { context: neverOpened }), {
    code: 0,
    stdout: '1.2.3\n',
    stderr: '',
  });
});

test('--help loads neither the schema library nor the questions', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { runCli } = await import(${JSON.stringify(new URL('command.ts', import.meta.url).href)});
    const { stdin, stderr, env } = process;
    const stdout = process.stderr;
    await runCli(['--help'], { version: '1', stdin, stdout, stderr, env, now: () => new Date(0) });
    console.log(loaded.filter((url) => /typebox|clack/.test(url)).join() || 'neither');`;
  const found = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  assert.equal(found, 'neither\n');
});

test('wrong usage ends with 2, one line and where help is', async () => {
  const cases = {
    balanec: "unknown command 'balanec' (Did you mean balance?)\nseatledger --help shows the commands.\n",
    'balance --tennant x':
      "unknown option '--tennant' (Did you mean --tenant?)\nseatledger balance --help shows what it takes.\n",
    user: "missing required argument 'id'\nseatledger user --help shows what it takes.\n",
    'balance --output xml':
      "option '--output <form>' argument 'xml' is invalid. Allowed choices are table, json, csv.\nseatledger --help shows the commands.\n",
  };
  for (const [line, expected] of Object.entries(cases)) {
    assert.deepEqual(await run(line, { context: neverOpened }), {
      code: 2,
      stdout: '',
      stderr: `seatledger: ${expected}`,
    });
  }
  const nothing = await run([], { context: neverOpened });
  assert.equal(nothing.code, 2);
  assert.equal(nothing.stdout, '');
});

test('a form that a command does not have ends with 2 and names those it has', async () => {
  const { code, stderr } = await run('user x --output csv');
  assert.equal(code, 2);
  assert.equal(stderr, 'seatledger: user has no csv form; --output takes table or json here.\n');
});

test('a refusal ends with the code of who has to act, and says why in one line', async () => {
  const codes: Record<RefusalCode, number> = {
    'wrong-input': 2,
    'not-found': 2,
    forbidden: 2,
    conflict: 2,
    'not-signed-in': 2,
    'too-many': 1,
    refused: 3,
    store: 5,
    failed: 1,
  };
  for (const [code, expected] of Object.entries(codes)) {
    const balance = (): never => {
      throw new Refusal(code as RefusalCode, 'this is why');
    };
    assert.deepEqual(await run('balance', { operations: { balance } }), {
      code: expected,
      stdout: '',
      stderr: 'seatledger: this is why\n',
    });
  }
});

test('a store that refuses to open is told as its own refusal', async () => {
  const open = (): never => {
    throw new Refusal('store', 'the key file can be read by others: chmod 600 key');
  };
  const { code, stderr } = await run('tenants', { context: { open } });
  assert.equal(code, 5);
  assert.equal(stderr, 'seatledger: the key file can be read by others: chmod 600 key\n');
});

test('an unexpected error is one line, with a stack only after --verbose', async () => {
  const balance = async (): Promise<never> => {
    throw new TypeError('x is not a function');
  };
  const short = await run('balance', { operations: { balance } });
  assert.equal(short.code, 1);
  assert.equal(short.stderr, 'seatledger: failed: x is not a function (--verbose says where)\n');
  const long = await run('balance --verbose', { operations: { balance } });
  assert.match(long.stderr, /\n {4}at /);
});

test('the store is opened once, with the global options wherever they stand, and closed afterwards', async () => {
  for (const line of ['--data-dir /tmp/x --quiet tenants', 'tenants --quiet --data-dir /tmp/x']) {
    const calls: unknown[] = [];
    const open = async (options: unknown) => {
      calls.push(options);
      return {
        operations: { tenants: async () => [contoso] } as never,
        close: async () => void calls.push('closed'),
      };
    };
    assert.equal((await run(line, { context: { open } })).code, 0);
    assert.deepEqual(calls, [{ dataDir: '/tmp/x', verbose: false, quiet: true }, 'closed']);
  }
});

test('an interrupt ends a command at once with 130', async () => {
  const controller = new AbortController();
  const collect = (): Promise<never> => {
    controller.abort();
    return new Promise(() => undefined);
  };
  const { code } = await run('collect', {
    operations: { collect },
    context: { interrupt: controller.signal },
  });
  assert.equal(code, 130);
});

test('the demo gets its numbers, and wrong ones end with 2', async () => {
  const asked: unknown[] = [];
  const demo = async (options: unknown) => {
    asked.push(options);
    return 0;
  };
  const globals = { output: 'table', input: true, color: true, quiet: true, verbose: false };
  assert.equal((await run('demo --once --users 5000 --quiet', { context: { demo } })).code, 0);
  assert.deepEqual(asked, [{ users: 5000, tenants: 1, port: null, once: true, globals }]);
  const { code, stderr } = await run('demo --users many', { context: { demo } });
  assert.equal(code, 2);
  assert.match(stderr, /--users is "many", expected a whole number/);
});

test('a reader that goes away ends the list quietly', async () => {
  const script = `
    import { runCli } from ${JSON.stringify(new URL('command.ts', import.meta.url).href)};
    async function* users() { for (let id = 0; ; id += 1) yield { id, seats: [], waiting: [] }; }
    const { stdin, stdout, stderr, env } = process;
    const open = async () => ({ operations: { users }, close: async () => {} });
    process.exitCode = await runCli(['users', '--output', 'json'], { version: '1', stdin, stdout, stderr, env, open, now: () => new Date(0) });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let talk = '';
  child.stderr.on('data', (chunk: Buffer) => (talk += chunk.toString()));
  await once(child.stdout, 'readable');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  assert.deepEqual({ code, talk }, { code: 0, talk: '' });
});
