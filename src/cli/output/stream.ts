import type { Writable } from 'node:stream';

/** Thrown by a write after the reader went away (`seatledger users | head`): nothing is wrong. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** Stdout with back-pressure: a long list is written only as fast as it is read. */
export type Output = {
  /** Resolves when more may be written; throws `OutputClosed` when nobody reads any more. */
  write(text: string): Promise<void>;
  line(text: string): Promise<void>;
  lines(texts: Iterable<string>): Promise<void>;
  /** Resolves when everything written was handed to the stream. */
  flush(): Promise<void>;
};

// Small enough that a reader sees lines come, large enough that 100,000 people are not 100,000 writes.
const chunkCharacters = 16_384;

/** Writes to a stream in chunks, and waits where the stream is full. */
export function createOutput(stream: Writable): Output {
  watch(stream);
  let pending = '';
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    const failure = failures.get(stream);
    if (failure !== undefined) throw failure;
    if (text !== '') await handOver(stream, text);
  };
  const write = async (text: string): Promise<void> => {
    pending += text;
    if (pending.length >= chunkCharacters) await flush();
  };
  return {
    write,
    flush,
    line: (text) => write(`${text}\n`),
    lines: async (texts) => {
      for (const text of texts) await write(`${text}\n`);
    },
  };
}

const failures = new WeakMap<Writable, Error | undefined>();

/** Keeps the failure of a stream for its next write; without a listener it would end the process. */
export function watch(stream: Writable): void {
  if (failures.has(stream)) return;
  failures.set(stream, undefined);
  stream.on('error', (error) => failures.set(stream, closedOr(error)));
}

function handOver(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(closedOr(error));
      else resolve();
    });
  });
}

function closedOr(error: NodeJS.ErrnoException): Error {
  return error.code === 'EPIPE' ? new OutputClosed() : error;
}
