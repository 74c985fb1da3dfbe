import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { answering, type Answering } from './answers.ts';
import { found, type Company } from './company.ts';
import { measure, median, type Measured } from './measure.ts';

// node run.js node test/bench/main.ts [--large]: the figures of docs/benchmarks.md, side by side in one run.
const rows: string[][] = [];

await using company = await found(100_000);
try {
  await collections(company, 'at once');
  await using distant = await found(100_000, 50);
  await collections(distant, '50 ms a request');
  await readings(company);
  await answers(company);
  if (process.argv.includes('--large')) await large(company);
} finally {
  print();
}

async function collections(of: Company, answers: string): Promise<void> {
  const bare = await median(3, () => of.bareLoop());
  row(`bare loop, 100,000 users, answers ${answers}`, bare, bare, '-');
  const first = await of.seatledger('collect', '--quiet');
  row('first collection', first, bare, '2 x, 300 MB');
  const before = countRows(of);
  const unchanged = await median(3, () => of.seatledger('collect', '--quiet'));
  row('unchanged', unchanged, bare, '1.2 x');
  const written = countRows(of) - before;
  rows.push(['rows written by 3 unchanged runs', '', '', '', `${written}`, '3 (the runs)']);
  await of.moveEvery(100);
  const changed = await of.seatledger('collect', '--quiet');
  row('1 % changed', changed, bare, '1.25 x');
}

async function readings(of: Company): Promise<void> {
  row('balance, whole process', await median(5, () => of.seatledger('balance')), null, '300 ms');
  row('--help, whole process', await median(5, () => of.seatledger('--help')), null, '150 ms');
  row('bare node, whole process', await median(5, () => measure(['--eval', '0'])), null, '-');
  const all = await of.seatledger('users', '--output', 'json');
  row('users --output json, 100,000', all, null, 'memory flat');
  await using small = await found(10_000);
  await small.seatledger('collect', '--quiet');
  row(
    'users --output json, 10,000',
    await small.seatledger('users', '--output', 'json'),
    null,
    'memory flat',
  );
}

/** The daemon, asked twenty times at once; what counts is how the answers fare while it collects. */
async function answers(of: Company): Promise<void> {
  await using daemon = await answering(of.env, of.tenant);
  await daemon.under(() => setTimeout(1000));
  const idle = await daemon.under(() => setTimeout(5000));
  await of.moveEvery(100);
  const busy = await daemon.under(() => daemon.collect());
  for (const [what, page] of [
    ['balance', 'balance'],
    ['first page of people', 'people'],
  ] as const) {
    const alone = idle[page].p95;
    const beside = busy[page].p95;
    const figure = `p95 ${alone.toFixed(0)} ms`;
    rows.push([`${what}, 20 at a time, idle`, '', '', '', figure, '50 ms']);
    const ratio = `p95 ${beside.toFixed(0)} ms, ${(beside / alone).toFixed(2)} x`;
    rows.push([`${what}, 20 at a time, while 100,000 users are collected`, '', '', '', ratio, '50 ms, 2 x']);
  }
  await figures(daemon);
}

async function figures(daemon: Answering): Promise<void> {
  const ms = (await daemon.firstFigures(5)).toSorted((a, b) => a - b);
  const figure = `${Math.round(ms[2] ?? Number.NaN)} ms`;
  rows.push(['first figures of the balance in a browser', '', '', '', figure, '1,000 ms']);
}

async function large(smaller: Company): Promise<void> {
  await using million = await found(1_000_000);
  const bare = await million.bareLoop();
  row('bare loop, 1,000,000 users', bare, bare, '-');
  row(
    'first collection, 1,000,000',
    await million.seatledger('collect', '--quiet'),
    bare,
    '1.3 x memory of 100,000',
  );
  row('unchanged, 1,000,000', await million.seatledger('collect', '--quiet'), bare, '-');
  rows.push(['compare with 100,000 above', '', '', '', String(smaller.users), '']);
}

function row(what: string, { ms, peakMb }: Measured, bare: Measured | null, target: string): void {
  const ratio = bare ? `${(ms / bare.ms).toFixed(2)} x` : '';
  rows.push([
    what,
    `${Math.round(ms).toLocaleString('en')} ms`,
    ratio,
    `${Math.round(peakMb)} MB`,
    '',
    target,
  ]);
}

function countRows(of: Company): number {
  const file = new DatabaseSync(of.databaseFile, { readOnly: true });
  try {
    const tables = file.prepare(`select name from sqlite_master where type = 'table'`).all();
    return tables.reduce((sum, { name }) => {
      const counted = file.prepare(`select count(*) as count from "${String(name)}"`).get();
      return sum + Number(counted?.['count']);
    }, 0);
  } finally {
    file.close();
  }
}

function print(): void {
  const head = ['what', 'time', 'of the bare loop', 'peak memory', 'figure', 'goal'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  process.stdout.write([line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'));
}
