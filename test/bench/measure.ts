import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** What bin/seatledger.mjs starts Node with. */
export const nodeFlags = ['--disable-proto=throw', '--min-semi-space-size=16', '--max-semi-space-size=16'];

/** What a whole process took. */
export type Measured = { readonly ms: number; readonly peakMb: number; readonly stdout: string };

const root = path.join(import.meta.dirname, '..', '..');

/** Runs a program of this checkout in a process of its own, from start to end. @throws Error when it fails. */
export async function measure(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-bench-'));
  const usage = path.join(folder, 'usage');
  const preload = path.join(import.meta.dirname, 'usage.ts');
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...argv], {
    cwd: root,
    env: { ...process.env, ...env, BENCH_USAGE_FILE: usage },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    // Long lists are only drained: what is measured is the program, not this reader.
    if (output.stdout.length < 1_000_000) output.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => void (output.stderr += chunk.toString()));
  await once(child, 'close');
  const ms = performance.now() - started;
  if (child.exitCode !== 0)
    throw new Error(`${argv.join(' ')} ended with ${child.exitCode}: ${output.stderr}`);
  const peakMb = Number(readFileSync(usage, 'utf8'));
  rmSync(folder, { recursive: true });
  return { ms, peakMb, stdout: output.stdout };
}

/** The one of the median time among several runs. */
export async function median(times: number, run: () => Promise<Measured>): Promise<Measured> {
  const runs: Measured[] = [];
  for (let i = 0; i < times; i += 1) runs.push(await run());
  const middle = runs.sort((a, b) => a.ms - b.ms)[Math.floor(times / 2)];
  if (!middle) throw new RangeError('at least one run is needed');
  return middle;
}
