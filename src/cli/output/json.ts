import type { Output } from './stream.ts';
import { visibleInJson } from '../../api/contract/visible.ts';

/** Writes a JSON array, one item per line, as the items come. */
export async function printJsonList(
  out: Output,
  items: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<void> {
  let before = '[\n';
  for await (const item of items) {
    await out.write(before + jsonText(item));
    before = ',\n';
  }
  await out.write(before === '[\n' ? '[]\n' : '\n]\n');
}

/** Writes one JSON value over several lines. */
export async function printJson(out: Output, value: unknown): Promise<void> {
  await out.line(jsonText(value, 2));
}

function jsonText(value: unknown, indent?: number): string {
  return visibleInJson(JSON.stringify(value, null, indent));
}
