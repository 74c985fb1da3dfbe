/** A text without what copying adds to it, and in words what was removed. */
export type Cleaned = { readonly text: string; readonly removed: readonly string[] };

/** Removes invisible characters, surrounding white space, quotes, braces and `urn:uuid:`; never to be used on a secret. */
export function clean(raw: string): Cleaned {
  let text = raw.slice(0, longest);
  const removed: string[] = [];
  for (const { what, pattern, instead } of leftovers) {
    const without = text.replace(pattern, instead ?? '');
    if (without !== text) removed.push(what);
    text = without;
  }
  return { text, removed };
}

/** No id is longer, and looking for white space at both ends of a long text takes long. */
const longest = 4096;

const leftovers: readonly { what: string; pattern: RegExp; instead?: string }[] = [
  { what: 'a byte order mark', pattern: /\uFEFF/g },
  { what: 'invisible characters', pattern: /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/g },
  { what: 'non-breaking spaces', pattern: /[\u00A0\u202F]/g, instead: ' ' },
  { what: 'a line break', pattern: /^[\r\n]+|[\r\n]+$/g },
  { what: 'spaces around it', pattern: /^\s+|\s+$/g },
  { what: '"urn:uuid:"', pattern: /^urn:uuid:/i },
  { what: 'quotes', pattern: /^(["'`“”‘’«»])(.*)["'`“”‘’«»]$/s, instead: '$2' },
  { what: 'braces', pattern: /^\{([^{}]*)\}$/, instead: '$1' },
  { what: 'spaces inside the quotes', pattern: /^\s+|\s+$/g },
];
