import type { Readable, Writable } from 'node:stream';
import type { CliContext, GlobalOptions } from './command.ts';
import { createPaint } from './output/paint.ts';
import type { Paint } from './output/paint.ts';
import { createOutput } from './output/stream.ts';
import type { Output } from './output/stream.ts';

/** Stdout or stderr, a terminal or not. */
export type TerminalStream = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** Stdin, a terminal or not. */
export type TerminalInput = Readable & { readonly isTTY?: boolean };

/** Where a command writes: data to stdout, talk to stderr. */
export type Terminal = {
  readonly out: Output;
  /** Columns of stdout. */
  readonly width: number;
  /** Colors for stdout. */
  readonly paint: Paint;
  /** Colors for stderr. */
  readonly paintTalk: Paint;
  /** True when a person can be asked. */
  readonly canAsk: boolean;
  /** True when stderr is a terminal that may be redrawn. */
  readonly redraws: boolean;
  /** Columns of stderr. */
  readonly talkWidth: number;
  /** Writes talk as it is, without an end of line. */
  write(text: string): void;
  /** Writes a line of talk, unless `--quiet` was given. */
  say(line: string): void;
  /** Writes a line of talk that must be read, `--quiet` or not. */
  warn(line: string): void;
};

// What goes to a file or a pipe has no width of its own: it gets all columns, and names uncut up to this.
const widthWithoutTerminal = 160;

/** The terminal as it is and as the options want it. */
export function createTerminal(
  { stdin, stdout, stderr, env }: CliContext,
  { color, input, quiet }: GlobalOptions,
): Terminal {
  const colors = color && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const write = (text: string): void => void stderr.write(text);
  return {
    out: createOutput(stdout),
    width: widthOf(stdout, env),
    paint: createPaint(colors && stdout.isTTY === true),
    paintTalk: createPaint(colors && stderr.isTTY === true),
    canAsk: input && stdin.isTTY === true && stderr.isTTY === true,
    redraws: !quiet && stderr.isTTY === true && env['TERM'] !== 'dumb',
    talkWidth: widthOf(stderr, env),
    write,
    say: (line) => {
      if (!quiet) write(`${line}\n`);
    },
    warn: (line) => write(`${line}\n`),
  };
}

function widthOf(stream: TerminalStream, env: CliContext['env']): number {
  const told = Number(env['COLUMNS']);
  return stream.columns ?? (Number.isInteger(told) && told > 0 ? told : widthWithoutTerminal);
}
