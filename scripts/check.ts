import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

type Check = { readonly name: string; readonly command: readonly string[] };

/** Each is a script that Node runs, with its arguments; the slow ones first. */
const checks: readonly Check[] = [
  { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--project', '.'] },
  { name: 'types of the interface', command: ['node_modules/typescript/bin/tsc', '--project', 'web'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'rooms', command: ['--test', 'src/rooms.test.ts'] },
  { name: 'generated documents', command: ['scripts/generate.ts', '--check'] },
];

const waiting = [...checks];
// Two at a time: most of them already use more than one core.
await Promise.all([work(), work()]);

async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await run(check);
}

async function run({ name, command }: Check): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: `${import.meta.dirname}/..`,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = child.exitCode === 0;
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(22)} ${seconds.padStart(5)} s`);
  if (passed) return;
  process.exitCode = 1;
  console.log(`${out}${errors}`.trimEnd().replace(/^/gm, '        '));
}
