import { listed } from '../words.ts';
import { clean } from './clean.ts';

/** What a text says about a GUID it should hold. */
export type GuidReading =
  | { readonly kind: 'guid'; readonly guid: string; readonly note: string | null }
  /** It was taken out of a label or a web address. */
  | { readonly kind: 'found'; readonly guid: string; readonly note: string }
  | { readonly kind: 'several'; readonly count: number }
  /** Zeros, or a sample such as `xxxxxxxx-xxxx-…`, which stands for an id and is none. */
  | { readonly kind: 'placeholder' }
  /** Nearly a GUID; `problem` says which character is wrong. */
  | { readonly kind: 'broken'; readonly problem: string }
  | { readonly kind: 'other'; readonly text: string; readonly note: string | null };

/** Reads a field that should hold one GUID; the GUID comes back in lower case. */
export function readGuid(raw: string): GuidReading {
  const { text, removed } = clean(raw);
  const note = removed.length > 0 ? `We removed ${listed(removed)}.` : null;
  if (isPlaceholder(text)) return { kind: 'placeholder' };
  if (whole.test(text)) return { kind: 'guid', guid: text.toLowerCase(), note: joined(note, lowered(text)) };
  if (/^[0-9a-f]{32}$/i.test(text)) {
    return { kind: 'guid', guid: dashed(text.toLowerCase()), note: joined(note, 'We added the dashes.') };
  }
  const inside = new Set(text.toLowerCase().match(anywhere));
  const [only] = inside;
  if (only && inside.size === 1) {
    if (isPlaceholder(only)) return { kind: 'placeholder' };
    return { kind: 'found', guid: only, note: `Found one GUID in the text and use it: ${only}.` };
  }
  if (inside.size > 1) return { kind: 'several', count: inside.size };
  if (resemblesGuid(text)) return { kind: 'broken', problem: brokenAt(text) };
  return { kind: 'other', text, note };
}

const whole = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const anywhere = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/g;
const shape = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';

function isPlaceholder(text: string): boolean {
  return /^[0x]{8}-[0x]{4}-[0x]{4}-[0x]{4}-[0x]{12}$/i.test(text);
}

function lowered(text: string): string | null {
  return text === text.toLowerCase() ? null : 'We turned it into lower case.';
}

function joined(...notes: readonly (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' ') || null;
}

function dashed(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Long enough and made mostly of hexadecimal digits and dashes: someone meant a GUID. */
function resemblesGuid(text: string): boolean {
  const fitting = text.match(/[0-9a-f\p{Pd}]/giu)?.length ?? 0;
  return text.length >= 24 && text.length <= 48 && fitting / text.length > 0.7 && !text.includes('.');
}

/** "This is not a GUID: 35 characters, expected 36; look at character 8, where …: 1111111[-]1111-…" */
function brokenAt(text: string): string {
  const characters = [...text];
  const count =
    characters.length === shape.length ? '' : `${characters.length} characters, expected ${shape.length}; `;
  const position = [...shape].findIndex((expected, index) => !fits(characters[index], expected));
  const at = position < 0 ? shape.length : position;
  const found = characters[at];
  const marked = [...characters.slice(0, at), `[${found ?? ''}]`, ...characters.slice(at + 1)].join('');
  return `This is not a GUID: ${count}look at character ${at + 1}, where ${named(found)} stands instead of ${wanted(at)}: ${marked}.`;
}

function fits(character: string | undefined, expected: string): boolean {
  return character !== undefined && (expected === '-' ? character === '-' : /^[0-9a-f]$/i.test(character));
}

function wanted(position: number): string {
  if (position >= shape.length) return 'the end';
  return shape[position] === '-' ? 'a plain dash' : 'a digit 0–9 or a letter a–f';
}

/** Spelled out with its Unicode number where the eye cannot tell it from the right one. */
function named(character: string | undefined): string {
  if (character === undefined) return 'nothing';
  const number = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return /^[\x21-\x7E]$/.test(character) ? `"${character}"` : `"${character}" (U+${number})`;
}
