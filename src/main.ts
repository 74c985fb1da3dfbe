import { runCli } from './cli/command.ts';
import { version } from './version.ts';

// Everything written here holds names of people or keys: it is for this user alone.
process.umask(0o077);

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

const code = await runCli(process.argv.slice(2), {
  version,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => new Date(),
  interrupt: interrupt.signal,
  open: async (options) => (await import('./app.ts')).openApp({ ...options, env: process.env }),
  demo: async (options) => (await import('./demo.ts')).runDemo(options, interrupt.signal),
});
if (interrupt.signal.aborted) process.exit(code);
process.exitCode = code;
