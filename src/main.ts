import { enableCompileCache } from 'node:module';
import * as path from 'node:path';

// Before anything else is loaded: what was compiled once is compiled, which is half the time of a short command. It lies
// with the program, where nobody else can write; where this user cannot either, nothing is kept.
enableCompileCache(path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'seatledger'));

const { runCli } = await import('./cli/command.ts');
const { version } = await import('./version.ts');

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
  open: async (options) => {
    if (process.getuid?.() === 0 && !options.quiet) {
      process.stderr.write(
        'Warning: running as root. Seatledger needs no rights of its own; use an ordinary user.\n',
      );
    }
    if (options.server !== undefined) {
      const { openRemote } = await import('./remote.ts');
      return openRemote(options.server, options.tokenFile);
    }
    const { openApp } = await import('./app.ts');
    const app = await openApp({ ...options, env: process.env });
    if (!options.quiet) for (const note of app.notes) process.stderr.write(`Warning: ${note}\n`);
    return app;
  },
  serve: async ({ globals, ...place }) => {
    const { runServe } = await import('./serve.ts');
    return runServe({ ...place, ...globals, env: process.env }, interrupt.signal);
  },
  demo: async (options) => (await import('./demo.ts')).runDemo(options, interrupt.signal),
});
if (interrupt.signal.aborted) process.exit(code);
process.exitCode = code;
