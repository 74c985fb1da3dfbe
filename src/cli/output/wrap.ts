/* oxlint-disable no-control-regex -- colors start with a control character */
import { displayWidth } from './width.ts';

/** A text, colored or not, as lines of at most `width` columns, broken between words, all but the first indented. */
export function wrapped(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  const [first = '', ...words] = text.split(' ');
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (line.trim() === '' || displayWidth(uncolored(longer)) <= width) line = longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}

function uncolored(text: string): string {
  return text.replace(/\u001b\[\d+m/g, '');
}
