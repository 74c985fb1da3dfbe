import { type CallOptions, Problem, request } from './api.ts';

/** One server-sent event; `type` is `message` unless the server names it. */
export type ServerEvent<T> = { readonly type: string; readonly id: string; readonly data: T };

export type StreamOptions<T> = CallOptions & {
  readonly signal: AbortSignal;
  /** Whether this event is the last; a stream that ends before it is resumed where it stopped. Without it nothing is resumed. */
  readonly until?: (data: T) => boolean;
};

/** How long to wait before the first, second … attempt to resume; the last one again and again. */
const waitsMs = [500, 1000, 2000, 5000];

/** Reads server-sent events by fetch until the last one, the end of the answer, or the signal; throws a `Problem`. */
export async function* streamEvents<T>(
  path: string,
  options: StreamOptions<T>,
): AsyncGenerator<ServerEvent<T>> {
  const { signal, until } = options;
  let lastId = '';
  let attempt = 0;
  while (!signal.aborted) {
    try {
      for await (const event of oneAnswer<T>(path, options, lastId)) {
        attempt = 0;
        if (event.id !== '') lastId = event.id;
        yield event;
        if (until?.(event.data) === true) return;
      }
      if (until === undefined) return;
    } catch (error) {
      if (signal.aborted) return;
      // A refusal stays one; a line that broke is worth another try.
      if (until === undefined || (error instanceof Problem && error.status !== 0)) throw error;
    }
    await pause(waitsMs[Math.min(attempt, waitsMs.length - 1)] ?? 0, signal);
    attempt += 1;
  }
}

async function* oneAnswer<T>(
  path: string,
  options: StreamOptions<T>,
  lastId: string,
): AsyncGenerator<ServerEvent<T>> {
  const headers = lastId === '' ? {} : { 'last-event-id': lastId };
  const response = await request(path, options, 'text/event-stream', headers);
  if (response.body === null) return;
  // Safari cannot iterate a stream, so it is read by its reader.
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = `${rest}${part.value}`.replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf<T>(block);
      if (event !== null) yield event;
    }
  }
}

function eventOf<T>(block: string): ServerEvent<T> | null {
  const fields = { event: 'message', id: '', data: [] as string[] };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    // A line that begins with a colon is a comment that keeps the connection alive.
    if (colon <= 0) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') fields.data.push(value);
    else if (name === 'event') fields.event = value;
    else if (name === 'id') fields.id = value;
  }
  if (fields.data.length === 0) return null;
  // The type of an event is what the contract says of its path.
  return { type: fields.event, id: fields.id, data: JSON.parse(fields.data.join('\n')) as T };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
}
