import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CollectAnswer, Progress } from '../../api/contract/runs.ts';
import { testNow } from '../testing/constants.ts';
import { collectAnswer } from '../testing/tenant-data.ts';
import { run } from '../testing/run.ts';

type Outcome = CollectAnswer['outcome'];

function collecting(answers: readonly CollectAnswer[], events: readonly Progress[] = []) {
  return {
    collect: async (_request: unknown, report: (progress: Progress) => void) => {
      for (const event of events) report(event);
      return answers;
    },
  };
}

const events: readonly Progress[] = [
  { type: 'tenant', tenantId: 'contoso', tenantName: 'Contoso' },
  { type: 'resource', resource: 'users', rows: 0, of: 1610, done: false },
  { type: 'resource', resource: 'users', rows: 800, of: 1610, done: false },
  { type: 'resource', resource: 'skus', rows: 9, of: null, done: true },
  { type: 'waiting', until: '2026-11-24T12:30:05.000Z', why: 'too many requests' },
  { type: 'resource', resource: 'users', rows: 1610, of: 1610, done: true },
  { type: 'kept', resource: 'groups', reason: 'Microsoft refused' },
];

test('the exit code tells what became of all tenants together', async () => {
  const cases: readonly (readonly [readonly Outcome[], number])[] = [
    [['published', 'published'], 0],
    [['published', 'failed'], 1],
    [['failed', 'held'], 4],
    [['partial'], 4],
    [['put-off'], 4],
    [['failed', 'held', 'refused'], 3],
  ];
  for (const [outcomes, expected] of cases) {
    const answers = outcomes.map((outcome) => collectAnswer({ outcome, reason: 'for a reason' }));
    assert.equal((await run('collect', { operations: collecting(answers) })).code, expected, outcomes.join());
    assert.equal((await run('collect --output json', { operations: collecting(answers) })).code, expected);
  }
});

test('what changed is told in words', async () => {
  const change = { assigned: 0, removed: 0, bought: null };
  const skus = [
    { ...change, skuId: 'a', productName: 'Microsoft 365 E3', assigned: 12 },
    { ...change, skuId: 'b', productName: 'Microsoft 365 E5', removed: 2, bought: -3 },
    { ...change, skuId: 'c', productName: 'Visio Plan 2', bought: 5 },
  ];
  const users = { total: 1612, added: 3, removed: 1, changed: 0 };
  const cases: readonly (readonly [Partial<CollectAnswer>, string])[] = [
    [{}, 'Nothing changed.'],
    [{ opening: true, entries: 7 }, 'Opened with 1,610 people, 7 products, 1,865 seats.'],
    [
      { entries: 24, skus, users },
      '12 Microsoft 365 E3 assigned, 2 Microsoft 365 E5 removed, 3 seats of Microsoft 365 E5 given up, 5 seats of Visio Plan 2 bought; 3 people joined, 1 person left.',
    ],
    [{ entries: 1 }, '1 entry: seatledger ledger'],
  ];
  for (const [changes, words] of cases) {
    const { stdout } = await run('collect', { operations: collecting([collectAnswer(changes)]) });
    assert.equal(stdout, `Contoso: ${words}\n`);
  }
});

test('what was not published is said on stderr, with its reason and the next command, --quiet or not', async () => {
  const reason = '12 of 80 people would be removed (15 %)';
  const operations = collecting(
    [collectAnswer({ outcome: 'held', reason, tenantName: 'Contoso Ltd' })],
    events,
  );
  const { stdout, stderr } = await run('collect --quiet', { operations });
  assert.equal(stdout, '');
  assert.equal(
    stderr,
    `Contoso Ltd: held, nothing was published: ${reason}.
  A second read that agrees, ten minutes from now or later, publishes it by itself.
  If the change is real: seatledger collect --tenant 11111111-aaaa-4bbb-8ccc-000000000001 --accept-held
`,
  );
});

test('every other trouble names the command that comes next', async () => {
  const next: Record<Exclude<Outcome, 'published' | 'held'>, RegExp> = {
    partial:
      /Contoso: not complete: why\.\n {2}When that is put right: seatledger collect --tenant Contoso\n/,
    refused:
      /refused by Microsoft, nothing was published: why\.\n {2}When that is put right: seatledger collect/,
    'put-off': /put off: why\.\n {2}After that time: seatledger collect --tenant Contoso\n/,
    failed: /failed, nothing was published: why\.\n {2}To try again: .*\n {2}.*seatledger doctor\n/,
  };
  for (const [outcome, expected] of Object.entries(next)) {
    const answer = collectAnswer({ outcome: outcome as Outcome, reason: 'why' });
    assert.match((await run('collect', { operations: collecting([answer]) })).stderr, expected);
  }
});

test('without a terminal progress is one line for each thing that is final', async () => {
  const { stderr } = await run('collect', { operations: collecting([collectAnswer({})], events) });
  assert.equal(
    stderr,
    `Collecting Contoso
  ✓ products and their units: 9
  waiting for Microsoft until 12:30:05 UTC (too many requests)
  ✓ people and their licenses: 1,610
  groups: kept as last read: Microsoft refused
`,
  );
});

test('on a terminal progress is redrawn in place, with its speed', async () => {
  let time = testNow.getTime();
  const now = (): Date => new Date((time += 500));
  const operations = collecting([collectAnswer({})], events);
  const { stderr } = await run('collect', { operations, talkColumns: 80, context: { now } });
  assert.match(stderr, /\u001b\[1A\u001b\[J {2}· people and their licenses: 800 of 1,610 \(\d+\/s\)\n/);
  assert.equal(
    onScreen(stderr)
      .map((line) => line.replace(/ \(\d+\/s\)$/, ''))
      .join('\n'),
    `Collecting Contoso
  ✓ products and their units: 9
  ✓ people and their licenses: 1,610
  groups: kept as last read: Microsoft refused
`,
  );
});

test('what is not final is taken away when the collection breaks off', async () => {
  const collect = async (_request: unknown, report: (progress: Progress) => void): Promise<never> => {
    for (const event of events.slice(0, 5)) report(event);
    throw new Error('broken');
  };
  let time = testNow.getTime();
  const now = (): Date => new Date((time += 500));
  const { code, stderr } = await run('collect', {
    operations: { collect },
    talkColumns: 80,
    context: { now },
  });
  assert.equal(code, 1);
  assert.deepEqual(onScreen(stderr), [
    'Collecting Contoso',
    '  ✓ products and their units: 9',
    'seatledger: failed: broken (--verbose says where)',
    '',
  ]);
});

test('the switches reach the collection', async () => {
  const asked: unknown[] = [];
  const collect = async (request: unknown) => {
    asked.push(request);
    return [];
  };
  await run('collect --tenant Contoso --full --accept-held', { operations: { collect } });
  await run('collect', { operations: { collect } });
  assert.deepEqual(asked, [
    { tenant: 'Contoso', full: true, acceptHeld: true },
    { full: false, acceptHeld: false },
  ]);
});

// A terminal that knows two things: n lines up, and clear what follows.
function onScreen(text: string): readonly string[] {
  let lines: string[] = [''];
  for (const [, up, line] of text.matchAll(/\u001b\[(\d+)A\u001b\[J|([^\n\u001b]*)\n/g)) {
    lines =
      up === undefined ? [...lines.slice(0, -1), line ?? '', ''] : [...lines.slice(0, -1 - Number(up)), ''];
  }
  return lines;
}
