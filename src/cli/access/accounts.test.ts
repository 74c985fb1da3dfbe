import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Account, AddAccountRequest } from '../../api/contract/access.ts';
import { run } from '../testing/run.ts';
import { contoso } from '../testing/tenant-data.ts';
import { parseCsv } from '../testing/text.ts';
import { typing } from '../testing/typing.ts';

const folder = mkdtempSync(join(tmpdir(), 'seatledger-cli-'));
after(() => rmSync(folder, { recursive: true }));

const ana: Account = { name: 'Ana', role: 'owner', tenants: 'all', lastSignInAt: null };
const ben: Account = {
  name: 'Ben',
  role: 'viewer',
  tenants: [contoso.id, 'gone'],
  lastSignInAt: '2026-11-24T06:12:00.000Z',
};
const words = 'correct horse battery';

function adding(answer = ana) {
  const requests: AddAccountRequest[] = [];
  const operations = {
    tenants: async () => [contoso],
    addAccount: async (request: AddAccountRequest) => {
      requests.push(request);
      return answer;
    },
  };
  return { requests, operations };
}

test('account list names the tenants, and account alone is the same', async () => {
  const operations = { accounts: async () => [ana, ben], tenants: async () => [contoso] };
  const { stdout } = await run('account list', { columns: 80, operations });
  assert.equal(
    stdout,
    `Name  Role    Tenants        Signed in
Ana   owner   all            never
Ben   viewer  Contoso, gone  2 h ago
`,
  );
  assert.equal((await run('account', { columns: 80, operations })).stdout, stdout);
  assert.deepEqual(JSON.parse((await run('account list --output json', { operations })).stdout), [ana, ben]);
  assert.deepEqual(parseCsv((await run('account list --output csv', { operations })).stdout)[2], [
    'Ben',
    'viewer',
    `${contoso.id} gone`,
    '2026-11-24T06:12:00.000Z',
  ]);
});

test('no account is told with how to make one', async () => {
  const { stdout, stderr } = await run('account list', { operations: { accounts: async () => [] } });
  assert.deepEqual(
    [stdout, stderr],
    ['', 'No account yet. First: seatledger account add NAME --role owner\n'],
  );
});

test('S-CF-02 a password comes from standard input or a file, and is shown nowhere', async () => {
  const { requests, operations } = adding(ben);
  const line = 'account add ben --role viewer --tenants contoso.com,gone --password-file';
  const { code, stdout, stderr } = await run(`${line} -`, { operations, stdin: `${words}\n` });
  assert.equal(code, 0);
  assert.deepEqual(requests, [
    { name: 'ben', role: 'viewer', tenants: ['contoso.com', 'gone'], password: words },
  ]);
  assert.equal(stdout, 'Ben may sign in as viewer; tenants: Contoso, gone.\n');
  const file = join(folder, 'password');
  writeFileSync(file, `${words}\r\n`, { mode: 0o600 });
  const closed = await run(`${line} ${file} --output json`, { operations });
  assert.deepEqual([JSON.parse(closed.stdout), closed.stderr], [ben, '']);
  assert.equal(requests[1]?.password, words);
  chmodSync(file, 0o644);
  const open = await run(`${line} ${file}`, { operations });
  assert.match(open.stderr, /Others on this machine can read .* chmod 600/);
  assert.doesNotMatch(stdout + stderr + closed.stdout + open.stdout + open.stderr, /horse/);
});

test('S-CF-02 a password is never an argument', async () => {
  const { code, stderr } = await run(['account', 'add', 'ana', '--role', 'owner', '--password', words]);
  assert.equal(code, 2);
  assert.match(stderr, /unknown option '--password'/);
});

test('S-CF-02 F-LG-01 on a terminal the password is asked for twice, and not shown', async () => {
  const { requests, operations } = adding();
  const person = typing([
    ['Password, 12 characters', 'short\r'],
    ['Too short', `${words}\r`],
    ['The same once more', 'something else\r'],
    ['These differ', `${words}\r`],
  ]);
  const { code, stdout } = await run('account add ana --role owner', { operations, context: person });
  assert.equal(code, 0);
  assert.deepEqual(requests, [{ name: 'ana', role: 'owner', password: words }]);
  assert.equal(stdout, 'Ana may sign in as owner; tenants: all.\n');
  assert.doesNotMatch(person.seen() + stdout, /horse|something else/);
});

test('what is missing is named where nobody can be asked', async () => {
  const noPassword = await run('account add ana --role owner');
  assert.deepEqual([noPassword.code, /Missing: --password-file/.test(noPassword.stderr)], [2, true]);
  const noRole = await run('account add ana --password-file -', { stdin: words });
  assert.deepEqual([noRole.code, /Missing: --role/.test(noRole.stderr)], [2, true]);
  const empty = await run('account add ana --role owner --password-file -');
  assert.match(empty.stderr, /Standard input is empty, expected the password/);
});

test('an account is removed after a yes, or with --yes', async () => {
  const removed: string[] = [];
  const operations = {
    removeAccount: async (name: string) => {
      removed.push(name);
      return ben;
    },
  };
  const asked = await run('account remove ben', { operations });
  assert.deepEqual([asked.code, /Add --yes/.test(asked.stderr)], [2, true]);
  const no = typing([['Remove ben, with its sessions and tokens?', 'n']]);
  assert.equal((await run('account remove ben', { operations, context: no })).stdout, '');
  assert.deepEqual(removed, []);
  const yes = typing([['Remove ben', 'y']]);
  assert.match((await run('account remove ben', { operations, context: yes })).stdout, /^Ben is removed/);
  const json = await run('account remove ben --yes --output json', { operations });
  assert.deepEqual(JSON.parse(json.stdout), ben);
  assert.deepEqual(removed, ['ben', 'ben']);
});
