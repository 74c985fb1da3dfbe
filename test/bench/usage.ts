import { writeFileSync } from 'node:fs';

// Loaded before a measured program: leaves its peak memory (MB) where the benchmark reads it.
const file = process.env['BENCH_USAGE_FILE'];
process.once('exit', () => {
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});
