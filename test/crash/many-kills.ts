import { killCollections, type Toll } from './kills.ts';

// npm run test:crash: a thousand kills, a hundred for each of ten companies, so that ten openings are among them.
const total: Toll = { before: 0, during: 0, inTransaction: 0, after: 0, violations: [] };
for (let seed = 1; seed <= 10; seed += 1) {
  const toll = await killCollections({ kills: 100, seed });
  for (const moment of ['before', 'during', 'inTransaction', 'after'] as const) total[moment] += toll[moment];
  total.violations.push(...toll.violations);
  process.stdout.write(`${words(total)}\n`);
}
for (const violation of total.violations) process.stdout.write(`${violation}\n`);
process.exitCode = total.violations.length === 0 ? 0 : 1;

function words({ before, during, inTransaction, after, violations }: Toll): string {
  const kills = before + during + after;
  return (
    `${kills} kills: ${before} before the publish, ${during} during it (${inTransaction} inside the transaction), ` +
    `${after} after it; ${violations.length} violations`
  );
}
