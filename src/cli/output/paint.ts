/** How a text stands out; always beside words that say the same. */
export type Tone = 'plain' | 'dim' | 'bold' | 'good' | 'warning' | 'bad';

/** Colors a text, or leaves it as it is where colors are off. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Exclude<Tone, 'plain'>, readonly [start: number, end: number]>> = {
  dim: [2, 22],
  bold: [1, 22],
  good: [32, 39],
  warning: [33, 39],
  bad: [31, 39],
};

/** A `Paint` for a stream that shows colors, or for one that does not. */
export function createPaint(colors: boolean): Paint {
  if (!colors) return (_tone, text) => text;
  return (tone, text) => {
    if (tone === 'plain' || text.trim() === '') return text;
    const [start, end] = codes[tone];
    return `\u001b[${start}m${text}\u001b[${end}m`;
  };
}
