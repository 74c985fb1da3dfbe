import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../testing/run.ts';

const ok = { name: 'data', result: 'ok', message: 'SQLite in /var/lib/seatledger' } as const;
const warning = { name: 'Contoso', result: 'warning', message: 'the secret ends in 9 days' } as const;
const failed = { name: 'key', result: 'failed', message: 'missing' } as const;

test('doctor says each check with a mark and a word, and ends with 1 only where one failed', async () => {
  const fine = await run('doctor', { operations: { doctor: async () => [ok, warning] } });
  assert.equal(fine.code, 0);
  assert.equal(
    fine.stdout,
    '✓ ok       data: SQLite in /var/lib/seatledger\n! warning  Contoso: the secret ends in 9 days\n',
  );
  const ill = await run('doctor', { operations: { doctor: async () => [ok, failed] } });
  assert.equal(ill.code, 1);
  assert.match(ill.stdout, /✗ failed {3}key: missing\n1 check failed\.\n$/);
});

test('doctor as json and csv keeps its exit code', async () => {
  const operations = { doctor: async () => [failed] };
  const json = await run('doctor --output json', { operations });
  assert.deepEqual([json.code, JSON.parse(json.stdout)], [1, [failed]]);
  const csv = await run('doctor --output csv', { operations });
  assert.deepEqual([csv.code, csv.stdout], [1, 'name,result,message\n"key","failed","missing"\n']);
});
