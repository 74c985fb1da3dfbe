/** An unsigned 32-bit number that depends on the three given and on nothing else, so that no person has to be stored. */
export function hash(seed: number, index: number, aspect: number): number {
  let mixed =
    Math.imul(index + 1, 0x85ebca6b) ^ Math.imul(aspect + 1, 0xc2b2ae35) ^ Math.imul(seed + 1, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The element that a hash picks, each as likely as the other. */
export function pick<Element>(list: readonly Element[], number: number): Element {
  const element = list[number % list.length];
  if (element === undefined) throw new RangeError('there is nothing to pick from');
  return element;
}

/** A GUID of its own for every (seed, aspect, index); `indexOfGuid` turns it back into the index. */
export function guid(seed: number, aspect: number, index: number): string {
  const second = hash(seed, index, aspect);
  const third = hash(seed, index, aspect + 0x10000);
  const fourth = hash(seed, index, aspect + 0x20000);
  const first = scramble(index, hash(seed, 0, aspect));
  return `${hex(first >>> 16)}${hex(first)}-${hex(second >>> 16)}-4${hex(second).slice(1)}-a${hex(third >>> 16).slice(1)}-${hex(third)}${hex(fourth >>> 16)}${hex(fourth)}`;
}

/** The index behind a GUID of this seed and aspect, or undefined for any other text. */
export function indexOfGuid(seed: number, aspect: number, text: string): number | undefined {
  const index = unscramble(Number.parseInt(text.slice(0, 8), 16) >>> 0, hash(seed, 0, aspect));
  return guid(seed, aspect, index) === text.toLowerCase() ? index : undefined;
}

/** A sequence of hashes, for what is drawn one after the other. */
export function dice(seed: number, aspect: number): () => number {
  let throws = 0;
  return () => hash(seed, throws++, aspect);
}

const factor = 0x9e3779b1;
/** factor * inverse = 1 modulo 2^32 (by Newton's iteration, doubling the right bits each time). */
const inverse = (() => {
  let guess = factor;
  for (let step = 0; step < 5; step++) guess = Math.imul(guess, 2 - Math.imul(factor, guess));
  return guess;
})();

function scramble(index: number, key: number): number {
  const once = Math.imul(index ^ key, factor);
  return Math.imul(once ^ (once >>> 16), factor) >>> 0;
}

function unscramble(number: number, key: number): number {
  const once = Math.imul(number, inverse);
  return (Math.imul(once ^ (once >>> 16), inverse) ^ key) >>> 0;
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(number: number): string {
  return `${pairs[(number >>> 8) & 0xff]}${pairs[number & 0xff]}`;
}
