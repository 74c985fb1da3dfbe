import type { Answer } from './answer.ts';
import { problemOf } from './problems.ts';

/** One event of a stream (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export type ServerEvent = { readonly id?: number; readonly name?: string; readonly data: unknown };

/** Server-sent events, each as it comes. */
export function eventStream(events: AsyncIterable<ServerEvent>): Answer {
  return { status: 200, stream: { type: 'text/event-stream', chunks: texts(events) } };
}

async function* texts(events: AsyncIterable<ServerEvent>): AsyncGenerator<string> {
  // Said at once, so that proxies and clients see that the stream stands.
  yield ': seatledger\n\n';
  try {
    for await (const event of events) yield text(event);
  } catch (error) {
    // The status is sent long ago: what went wrong comes as the last event.
    yield text({ name: 'problem', data: problemOf(error, 'stream') });
  }
}

function text({ id, name, data }: ServerEvent): string {
  const head = `${id === undefined ? '' : `id: ${id}\n`}${name === undefined ? '' : `event: ${name}\n`}`;
  return `${head}data: ${JSON.stringify(data)}\n\n`;
}

/** What a task reports while it goes on, as a stream that ends with its result. */
export async function* reported<Report, Result>(
  task: (report: (value: Report) => void) => Promise<Result>,
  names: { readonly report: string; readonly result: string },
): AsyncGenerator<ServerEvent> {
  const reports: Report[] = [];
  let wake = Promise.withResolvers<undefined>();
  const state = { ended: false };
  const result = task((value) => {
    reports.push(value);
    wake.resolve(undefined);
  }).finally(() => {
    state.ended = true;
    wake.resolve(undefined);
  });
  // Its failure is thrown below; until then it must not count as unheard.
  result.catch(() => undefined);
  while (!state.ended || reports.length > 0) {
    await wake.promise;
    wake = Promise.withResolvers<undefined>();
    if (state.ended) wake.resolve(undefined);
    for (const data of reports.splice(0)) yield { name: names.report, data };
  }
  yield { name: names.result, data: await result };
}
