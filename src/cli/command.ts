import type { Operations } from '../api/contract/operations.ts';
import { Refusal } from '../api/contract/refusal.ts';
import type { Call, CommandDefinition, OutputForm } from './definition.ts';
import { exitCodeOf, exitCodes, explainFailure } from './failure.ts';
import { watch } from './output/stream.ts';
import { createTerminal } from './terminal.ts';
import type { TerminalInput, TerminalStream } from './terminal.ts';

/** What the command line is given by the program that starts it. */
export type CliContext = {
  readonly version: string;
  readonly stdin: TerminalInput;
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Aborts at SIGINT; `runCli` then gives 130 at once, and the caller ends the process with it. */
  readonly interrupt?: AbortSignal;
  /** Opens the local data; called by commands that need it and never for help, version or completion. */
  open(options: OpenOptions): Promise<Session>;
  /** Runs the daemon to its end and gives the exit code; it answers an interrupt itself. */
  serve(options: ServeOptions): Promise<number>;
  /** Runs the demo to its end and gives the exit code; it answers an interrupt itself. */
  demo(options: DemoOptions): Promise<number>;
};

/** Where the local data is, and how much the program says while it works on it. */
export type OpenOptions = {
  readonly dataDir?: string;
  /** The address of a running Seatledger to talk to, instead of the local data. */
  readonly server?: string;
  readonly tokenFile?: string;
  readonly verbose: boolean;
  readonly quiet: boolean;
};

/** The operations over the local data, until they are closed. */
export type Session = {
  readonly operations: Operations;
  close(): Promise<void>;
};

/** The options that every command takes. */
export type GlobalOptions = OpenOptions & {
  readonly output: OutputForm;
  /** False after `--no-input`: never ask. */
  readonly input: boolean;
  /** False after `--no-color`. */
  readonly color: boolean;
};

/** What the daemon does, and where it listens where that is not left to the settings. */
export type ServeOptions = {
  /** Collects on the schedule. */
  readonly collects: boolean;
  /** Answers the API and the interface. */
  readonly answers: boolean;
  readonly host?: string;
  readonly port?: number;
  readonly globals: GlobalOptions;
};

/** What the demo is asked to simulate and to serve. */
export type DemoOptions = {
  readonly users: number;
  readonly tenants: number;
  /** Of the web interface, on loopback; 0 takes a free one, null the usual one where it is free. */
  readonly port: number | null;
  /** True to stop after the balance is printed. */
  readonly once: boolean;
  readonly globals: GlobalOptions;
};

/** Runs one command line (the words after `seatledger`) and gives its exit code; it never throws. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  watch(context.stdout);
  watch(context.stderr);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    context.stdout.write(`${context.version}\n`);
    return exitCodes.done;
  }
  try {
    const { parseProgram } = await import('./program.ts');
    const parsed = await parseProgram(argv, context);
    if ('exitCode' in parsed) return parsed.exitCode;
    return await runCommand(parsed.definition, parsed, context);
  } catch (error) {
    const verbose = argv.includes('--verbose');
    for (const line of explainFailure(error, verbose)) context.stderr.write(`${line}\n`);
    return exitCodeOf(error);
  }
}

async function runCommand(
  definition: CommandDefinition,
  parsed: Pick<Call, 'argument' | 'values' | 'globals'>,
  context: CliContext,
): Promise<number> {
  if (!definition.outputs.includes(parsed.globals.output))
    throw noSuchForm(definition, parsed.globals.output);
  const terminal = createTerminal(context, parsed.globals);
  let session: Promise<Session> | undefined;
  const operations = async (): Promise<Operations> => {
    session ??= context.open(openOptions(parsed.globals));
    return (await session).operations;
  };
  const work = async (): Promise<number> => {
    try {
      const code = await definition.run({ ...parsed, terminal, context, operations });
      await terminal.out.flush();
      return code;
    } finally {
      // A session that failed to open has told so through `operations` already.
      await session?.then(
        (opened) => opened.close(),
        () => undefined,
      );
    }
  };
  if (definition.stopsItself === true || context.interrupt === undefined) return work();
  return Promise.race([work(), interrupted(context.interrupt)]);
}

function noSuchForm({ name, outputs }: CommandDefinition, output: OutputForm): Refusal {
  return new Refusal(
    'wrong-input',
    `${name} has no ${output} form; --output takes ${outputs.join(' or ')} here.`,
  );
}

function openOptions({ dataDir, server, tokenFile, verbose, quiet }: GlobalOptions): OpenOptions {
  return {
    verbose,
    quiet,
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(server === undefined ? {} : { server }),
    ...(tokenFile === undefined ? {} : { tokenFile }),
  };
}

function interrupted(signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(exitCodes.interrupted);
    signal.addEventListener('abort', () => resolve(exitCodes.interrupted), { once: true });
  });
}
