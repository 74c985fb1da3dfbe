import { Refusal } from '../api/contract/refusal.ts';
import { OutputClosed } from './output/stream.ts';
import { visible } from '../api/contract/visible.ts';

/** What the program ends with, as the contract says. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongInput: 2,
  refused: 3,
  notPublished: 4,
  store: 5,
  interrupted: 130,
} as const;

/** Thrown where a person leaves a question with Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The exit code that a thrown error means. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof OutputClosed) return exitCodes.done;
  if (error instanceof Interrupted) return exitCodes.interrupted;
  if (!(error instanceof Refusal)) return exitCodes.failed;
  switch (error.code) {
    case 'wrong-input':
    case 'not-found':
    case 'forbidden':
    case 'conflict':
    case 'not-signed-in':
      return exitCodes.wrongInput;
    case 'refused':
      return exitCodes.refused;
    case 'store':
      return exitCodes.store;
    case 'failed':
    case 'too-many':
      return exitCodes.failed;
  }
}

/** The lines for stderr; a stack only where it was asked for with `--verbose`. */
export function explainFailure(error: unknown, verbose: boolean): readonly string[] {
  if (error instanceof OutputClosed || error instanceof Interrupted) return [];
  if (error instanceof Refusal)
    return [`seatledger: ${message(error)}`, ...(verbose ? stack(error.cause) : [])];
  if (verbose) return [`seatledger: failed: ${message(error)}`, ...stack(error)];
  return [`seatledger: failed: ${message(error)} (--verbose says where)`];
}

function message(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').map(visible).join('\n');
}

function stack(error: unknown): readonly string[] {
  return error instanceof Error && error.stack !== undefined ? [error.stack] : [];
}
