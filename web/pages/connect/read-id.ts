/** What someone typed as an id, without what copying adds to it. */
export type ReadId = {
  readonly kind: 'empty' | 'guid' | 'domain' | 'shared' | 'several' | 'other';
  /** As it is understood: a GUID or a domain in lower case, else the text. */
  readonly value: string;
};

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Reads a tenant or client id as the server will, so that a slip shows before anything is sent; the server has the last word. */
export function readId(typed: string): ReadId {
  const text = typed
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .trim()
    .replace(/^urn:uuid:/i, '')
    .replace(/^["'`“”‘’«»{](.*)["'`“”‘’«»}]$/s, '$1')
    .trim()
    .toLowerCase();
  if (text === '') return { kind: 'empty', value: '' };
  if (['common', 'organizations', 'consumers'].includes(text)) return { kind: 'shared', value: text };
  if (/^[0-9a-f]{32}$/.test(text)) {
    return { kind: 'guid', value: text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
  }
  const found = new Set(text.match(guid));
  const [only] = found;
  if (found.size > 1) return { kind: 'several', value: text };
  if (only !== undefined) return { kind: 'guid', value: only };
  const isDomain = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text);
  return { kind: isDomain ? 'domain' : 'other', value: text };
}
