import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Entry } from '../../api/contract/ledger.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import { Run } from '../../api/contract/runs.ts';
import { anaDetail } from '../testing/people-data.ts';
import { contoso, entries, run as collected } from '../testing/tenant-data.ts';
import { run, streamed } from '../testing/run.ts';
import { parseCsv } from '../testing/text.ts';

const operations = { entries: () => streamed(entries), user: async () => anaDetail };

test('the ledger at 80 columns: when, what, who, which product, from what to what', async () => {
  const { stdout, stderr } = await run('ledger', { columns: 80, operations });
  assert.equal(stderr, '3 entries.\n');
  assert.equal(
    stdout,
    `#  When (UTC)         What           Person     SKU     Change
1  24 Nov 2026 06:12  opened                    SPE_E3  enabled 300, in grace 2…
2  24 Nov 2026 06:12  seat assigned  Ana Souza  SPE_E3  by direct + group 9f1b0…
3  24 Nov 2026 06:12  units changed             SPE_E5  enabled 1,490 → 1,500,…
`,
  );
});

test('the ledger at 160 columns shows the whole change', async () => {
  const { stdout } = await run('ledger', { columns: 160, operations });
  assert.equal(
    stdout,
    `#  When (UTC)         What           Person     SKU     Product           Change
1  24 Nov 2026 06:12  opened                    SPE_E3  Microsoft 365 E3  enabled 300, in grace 20, suspended 0, assigned 311, seats 311
2  24 Nov 2026 06:12  seat assigned  Ana Souza  SPE_E3  Microsoft 365 E3  by direct + group 9f1b0a2c, state active
3  24 Nov 2026 06:12  units changed             SPE_E5  Microsoft 365 E5  enabled 1,490 → 1,500, locked out — → 0
`,
  );
});

test('runs at 80 columns, each reason below its run', async () => {
  const runs = [
    collected({}),
    collected({ state: 'held', throttled: 3, reason: '12 of 80 people would be removed' }),
  ];
  const { stdout } = await run('runs', {
    columns: 80,
    operations: { runs: async () => runs, tenants: async () => [contoso] },
  });
  assert.equal(
    stdout,
    `Started                State        Took  Requests  Throttled
24 Nov 2026 06:11 UTC  published  40.0 s        21          0
24 Nov 2026 06:11 UTC  held       40.0 s        21          3
  12 of 80 people would be removed
`,
  );
});

test('json and csv of the ledger hold what changed, unshortened', async () => {
  const json = await run('ledger --output json', { operations });
  assert.deepEqual(JSON.parse(json.stdout), entries);
  const [header, , second] = parseCsv((await run('ledger --output csv', { operations })).stdout);
  assert.deepEqual(header, Object.keys(Entry.properties));
  assert.equal(second?.[7], '');
  assert.deepEqual(JSON.parse(second?.[8] ?? ''), entries[1]?.after);
});

test('who has left is named by the entry, else by id', async () => {
  const [, assigned] = entries;
  const user = (): never => {
    throw new Refusal('not-found', 'no such person');
  };
  const removed = [
    { ...assigned, userId: 'gone', before: { state: 'active' }, after: null },
    { ...assigned, userId: 'left', kind: 'user-removed', before: { displayName: 'Bo Li' }, after: null },
  ];
  const { stdout } = await run('ledger', {
    columns: 160,
    operations: { entries: () => streamed(removed as Entry[]), user },
  });
  assert.match(stdout, /seat assigned +gone /);
  assert.match(stdout, /person removed +Bo Li /);
});

test('json and csv of runs have the fields of the contract', async () => {
  const runs = [collected({ partial: true, reason: 'groups were refused' })];
  const setup = { operations: { runs: async () => runs } };
  assert.deepEqual(JSON.parse((await run('runs --output json', setup)).stdout), runs);
  const [header] = parseCsv((await run('runs --output csv', setup)).stdout);
  assert.deepEqual(header, Object.keys(Run.properties));
});

test('verify ends with 1 and names the first place that does not agree', async () => {
  const sound = {
    tenantId: 'a',
    tenantName: 'Contoso',
    entries: 412,
    generations: 3,
    head: '9a3f',
    difference: null,
  };
  const broken = {
    ...sound,
    tenantName: 'Fabrikam',
    difference: { tenantId: 'a', tenantName: 'Fabrikam', sequence: 17, what: 'its hash does not follow' },
  };
  const good = await run('verify', { operations: { verify: async () => [sound] } });
  assert.equal(good.code, 0);
  assert.match(
    good.stdout,
    /^✓ agrees {3}Contoso: 412 entries over 3 generations\n +head of the chain 9a3f\n$/,
  );
  const bad = await run('verify', { operations: { verify: async () => [sound, broken] } });
  assert.equal(bad.code, 1);
  assert.match(bad.stdout, /✗ differs {2}Fabrikam at entry #17: its hash does not follow\n$/);
  const csv = await run('verify --output csv', { operations: { verify: async () => [broken] } });
  assert.equal(csv.code, 1);
  assert.match(csv.stdout, /,17,"its hash does not follow"\n$/);
});

test('without a collection runs say what to type', async () => {
  const { stdout, stderr } = await run('runs', { operations: { runs: async () => [] } });
  assert.deepEqual([stdout, stderr], ['', 'No collection yet. First: seatledger collect\n']);
});
