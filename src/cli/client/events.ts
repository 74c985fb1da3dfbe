import type { ApiAnswer } from './send.ts';

/** One server-sent event: its name (`message` without one), and its data read as JSON. */
export type ReceivedEvent = { readonly name: string; readonly data: unknown };

/** The events of a stream (https://html.spec.whatwg.org/multipage/server-sent-events.html), as they come. */
export async function* eventsOf({ body }: ApiAnswer): AsyncGenerator<ReceivedEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

function eventOf(block: string): ReceivedEvent | null {
  const lines = block.split('\n');
  const value = (field: string) =>
    lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2);
  const data = value('data');
  return data === undefined ? null : { name: value('event') ?? 'message', data: JSON.parse(data) as unknown };
}
