import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cloudNames } from '../../api/contract/tenants.ts';
import type { ConnectAnswer, ConnectRequest, StepResult } from '../../api/contract/tenants.ts';
import { contoso } from '../testing/tenant-data.ts';
import { run } from '../testing/run.ts';
import { typing } from '../testing/typing.ts';
import { clouds } from './clouds.ts';

const folder = mkdtempSync(join(tmpdir(), 'seatledger-connect-'));
after(() => rmSync(folder, { recursive: true }));

const connected: ConnectAnswer = {
  connected: true,
  replaced: false,
  tenant: contoso,
  fault: null,
  steps: [],
};
const base = ['connect', '--tenant', 'contoso.com', '--client-id', contoso.clientId];
const steps: readonly StepResult[] = [
  { step: 'input', result: 'note', message: 'We removed a trailing space.', code: 'B-TI-02' },
  { step: 'tenant', result: 'ok', message: 'contoso.com is Contoso.' },
  {
    step: 'credential',
    result: 'failed',
    message: 'The secret is wrong.',
    code: 'B-CS-02',
    detail: 'AADSTS7000215',
  },
];

function connecting(answer: ConnectAnswer, told: readonly StepResult[] = []) {
  const requests: ConnectRequest[] = [];
  const connect = async (request: ConnectRequest, report: (step: StepResult) => void) => {
    requests.push(request);
    for (const step of told) report(step);
    return answer;
  };
  return { requests, operations: { connect } };
}

function file(name: string, content: string | Buffer, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

test('a secret from standard input reaches the checks as it came, and the end names the tenant and what to type', async () => {
  const { requests, operations } = connecting(connected);
  const ran = await run([...base, '--secret-file', '-'], { operations, stdin: 'q~secret\r\n' });
  assert.equal(ran.code, 0);
  assert.equal(ran.stdout, 'Connected Contoso (contoso.com, 1,610 people).\n');
  assert.equal(ran.stderr, 'Next: seatledger collect --tenant contoso.com\n');
  assert.deepEqual(requests, [
    { tenant: 'contoso.com', clientId: contoso.clientId, secret: 'q~secret\r\n', wait: false },
  ]);
});

test('a certificate is handed over as its bytes, with its password without the end of line', async () => {
  const { requests, operations } = connecting(connected);
  const bytes = Buffer.from([0x30, 0x82, 0xff, 0x00]);
  const line = [
    ...base,
    '--certificate',
    file('app.pfx', bytes),
    '--certificate-password-file',
    file('password', ' pass word \r\n'),
    '--cloud',
    'usgov',
    '--name',
    'Contoso US',
    '--wait',
  ];
  assert.equal((await run(line, { operations })).code, 0);
  const [request] = requests;
  assert.deepEqual(request?.certificate, { pfx: bytes.toString('base64'), password: ' pass word ' });
  assert.deepEqual([request?.cloud, request?.name, request?.wait], ['usgov', 'Contoso US', true]);
});

test('each step is said as it comes, with mark, word and codes for support', async () => {
  const { operations } = connecting(
    { ...connected, connected: false, tenant: null, fault: 'refused' },
    steps,
  );
  const line = [...base, '--secret-file', file('secret', 'x')];
  const { code, stdout, stderr } = await run(line, { operations });
  assert.deepEqual([code, stdout], [3, '']);
  assert.equal(
    stderr,
    `· note     We removed a trailing space. (B-TI-02)
✓ ok       contoso.com is Contoso.
✗ failed   The secret is wrong. (B-CS-02 · AADSTS7000215)
Not connected; nothing was kept.
`,
  );
  const quiet = await run([...line, '--quiet'], { operations });
  assert.match(quiet.stderr, /^✗ failed {3}The secret is wrong\. .*\nNot connected; nothing was kept\.\n$/);
});

test('the exit code says who has to act', async () => {
  const codes = { input: 2, refused: 3, unreachable: 1 } as const;
  for (const [fault, expected] of Object.entries(codes)) {
    const answer = { ...connected, connected: false, tenant: null, fault: fault as keyof typeof codes };
    const { operations } = connecting(answer);
    assert.equal((await run([...base, '--secret-file', '-'], { operations, stdin: 'x' })).code, expected);
  }
});

test('a known tenant is told that its credential is replaced; json is the whole answer', async () => {
  const answer = { ...connected, replaced: true };
  const { operations } = connecting(answer);
  const line = [...base, '--secret-file', '-'];
  assert.match(
    (await run(line, { operations, stdin: 'x' })).stdout,
    /^Contoso \(.*\) was connected already; its credential is replaced\.\n$/,
  );
  const json = await run([...line, '--output', 'json'], { operations, stdin: 'x' });
  assert.deepEqual(JSON.parse(json.stdout), answer);
});

test('what is missing is named at once where nobody can be asked', async () => {
  const { code, stderr } = await run('connect --tenant contoso.com');
  assert.equal(code, 2);
  assert.match(stderr, /^seatledger: Missing: --client-id and --secret-file or --certificate\./);
  const person = typing([]);
  assert.equal((await run('connect --no-input', { context: person })).code, 2);
});

test('options that contradict each other are refused', async () => {
  const both = await run([...base, '--secret-file', '-', '--certificate', 'app.pem']);
  assert.deepEqual(
    [both.code, both.stderr],
    [2, 'seatledger: Give --secret-file or --certificate, not both.\n'],
  );
  const alone = await run([...base, '--secret-file', '-', '--certificate-password-file', 'x']);
  assert.match(alone.stderr, /--certificate-password-file needs --certificate/);
});

test('B-CE-18 a folder, an empty, a missing and a huge file are told apart', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [folder, /is a folder, expected a file with a certificate and its private key/],
    [file('empty.pem', ''), /empty\.pem is empty, expected a certificate/],
    [join(folder, 'none.pem'), /Cannot read .*none\.pem: there is no such file\./],
    [file('huge.pem', Buffer.alloc(1024 * 1024 + 1)), /huge\.pem is larger than 1 MB, expected a few KB/],
  ];
  for (const [path, expected] of cases) {
    const { code, stderr } = await run([...base, '--certificate', path]);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  }
});

test('B-CE-20 a file that others may read is a warning with the command that closes it', async () => {
  const { operations } = connecting(connected);
  const open = file("ana's app.pem", '-----BEGIN', 0o644);
  const { code, stderr } = await run([...base, '--certificate', open, '--quiet'], { operations });
  assert.equal(code, 0);
  assert.match(
    stderr,
    /^! warning {2}Others on this machine can read .*To close it: chmod 600 '.*ana'\\''s app\.pem'/,
  );
  const closed = await run([...base, '--certificate', file('app.pem', '-----BEGIN'), '--quiet'], {
    operations,
  });
  assert.equal(closed.stderr, '');
});

test('S-CF-02 F-LG-01 on a terminal what is missing is asked for, and the secret is not shown', async () => {
  const { requests, operations } = connecting(connected);
  const person = typing([
    ['Directory (tenant) ID', 'contoso.com\r'],
    ['Application (client) ID', `${contoso.clientId}\r`],
    ['How does the app sign in?', '\u001b[B\r'],
    ['Client secret', 'q~planted\r'],
  ]);
  const { code, stdout } = await run('connect', { operations, context: person });
  assert.equal(code, 0);
  assert.deepEqual(requests, [
    { tenant: 'contoso.com', clientId: contoso.clientId, secret: 'q~planted', wait: false },
  ]);
  assert.doesNotMatch(person.seen() + stdout, /planted/);
});

test('the password of a certificate is asked for where it may need one', async () => {
  const { requests, operations } = connecting(connected);
  const line = [...base, '--certificate', file('locked.pfx', Buffer.from([0x30, 0x82]))];
  const person = typing([['Password of the certificate', 'open sesame\r']]);
  assert.equal((await run(line, { operations, context: person })).code, 0);
  assert.deepEqual(requests[0]?.certificate, {
    pfx: Buffer.from([0x30, 0x82]).toString('base64'),
    password: 'open sesame',
  });
});

test('leaving a question with Ctrl-C ends with 130', async () => {
  const { requests, operations } = connecting(connected);
  const person = typing([['Directory (tenant) ID', '\u0003']]);
  assert.equal((await run('connect', { operations, context: person })).code, 130);
  assert.deepEqual(requests, []);
});

test('the clouds are those of the contract', () => {
  assert.deepEqual(clouds, cloudNames);
});
