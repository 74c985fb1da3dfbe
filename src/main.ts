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
  open: async (options) => {
    if (process.getuid?.() === 0 && !options.quiet) {
      process.stderr.write(
        'Warning: running as root. Seatledger needs no rights of its own; use an ordinary user.\n',
      );
    }
    const { openApp } = await import('./app.ts');
    const app = await openApp({ ...options, env: process.env });
    if (!options.quiet) for (const note of app.notes) process.stderr.write(`Warning: ${note}\n`);
    return app;
  },
  demo: async (options) => (await import('./demo.ts')).runDemo(options, interrupt.signal),
});
if (interrupt.signal.aborted) process.exit(code);
process.exitCode = code;
