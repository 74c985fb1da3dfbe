import { PassThrough } from 'node:stream';
import type { CliContext } from '../command.ts';

/** A terminal at which somebody types each answer when its question appears on stderr. */
export function typing(
  answers: readonly (readonly [question: string, keys: string])[],
): Pick<CliContext, 'stdin' | 'stderr'> & { readonly seen: () => string } {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
  const left = [...answers];
  let seen = '';
  let unanswered = '';
  stderr.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    unanswered += chunk.toString();
    const [next] = left;
    if (next === undefined || !unanswered.includes(next[0])) return;
    left.shift();
    unanswered = '';
    // A person answers after the question stands there, not while it is being drawn.
    setImmediate(() => stdin.write(next[1]));
  });
  return { stdin, stderr, seen: () => seen };
}
