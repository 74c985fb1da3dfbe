import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../api/contract/findings.ts';
import { balanceLines } from '../testing/balance-data.ts';
import { contosoId } from '../testing/constants.ts';
import { run, streamed } from '../testing/run.ts';
import { parseCsv } from '../testing/text.ts';

const [line] = balanceLines;
const blocked: Finding = {
  tenantId: line?.tenantId ?? contosoId,
  rule: 'disabled-but-licensed',
  subject: { kind: 'user', id: '6e7b768e-07e2-4810-8459-485f84f8f204', name: 'Ana Souza' },
  ...(line ? { skuId: line.skuId } : {}),
  evidence: 'Sign-in is blocked; the seat is held directly.',
  since: '2026-11-20T06:12:00.000Z',
  state: 'open',
};
const unnamed: Finding = {
  tenantId: contosoId,
  rule: 'assignment-error',
  subject: { kind: 'user', id: '6e7b768e-07e2-4810-8459-485f84f8f205', name: null },
  evidence: 'Not given.',
  since: null,
  state: 'open',
};
const operations = { findings: () => streamed([blocked, unnamed]) };

test('findings are a table: which, about whom, about what, and since when', async () => {
  const { stdout, stderr } = await run('findings', { columns: 200, operations });
  const [title, first, second] = stdout.split('\n').map((text) => text.split(/ {2,}/));
  assert.deepEqual(title, ['Finding', 'Person', 'Product', 'Evidence', 'Since']);
  assert.deepEqual(first, [
    'disabled-but-licensed',
    'Ana Souza',
    line?.productName,
    blocked.evidence,
    '20 Nov 2026',
  ]);
  assert.deepEqual(second, ['assignment-error', unnamed.subject.id, 'Not given.', 'first collection']);
  assert.equal(stderr, '2 findings.\n');
});

test('a narrow terminal keeps what is found and about whom', async () => {
  const { stdout } = await run('findings', { columns: 80, operations });
  assert.match(stdout, /^disabled-but-licensed +Ana Souza/m);
  assert.ok(stdout.split('\n').every((text) => text.length <= 80));
});

test('json and csv of findings have the fields of the contract', async () => {
  const json = await run('findings --output json', { operations });
  assert.deepEqual(JSON.parse(json.stdout), [blocked, unnamed]);
  const csv = await run('findings --output csv', { operations });
  const [, first, second] = parseCsv(csv.stdout);
  assert.deepEqual(first?.slice(1, 5), ['disabled-but-licensed', 'user', blocked.subject.id, 'Ana Souza']);
  assert.deepEqual(second?.slice(4), ['', '', 'Not given.', '', 'open']);
});

test('what is asked for goes to the store as it was typed, and nothing found is said', async () => {
  const asked: unknown[] = [];
  const findings = (request: unknown) => {
    asked.push(request);
    return streamed([]);
  };
  const line = 'findings --tenant contoso.com --rule Double-Assignment';
  const { code, stdout, stderr } = await run(line, { columns: 80, operations: { findings } });
  assert.deepEqual(asked, [{ tenant: 'contoso.com', rule: 'Double-Assignment' }]);
  assert.deepEqual([code, stdout, stderr], [0, '', 'Nothing is found.\n']);
});
