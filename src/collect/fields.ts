import { instantOrNull } from '../domain/instants.ts';
import type { Instant } from '../domain/records.ts';
import { keepable } from '../domain/text.ts';

/**
 * Readers of single fields of Graph's rows. A value of another kind than documented is unknown (null), never a crash
 * and never a guess: Microsoft adds values and writes null where its documentation does not.
 */
export type Field<Value> = (raw: unknown) => Value;

/** The fields of a row by Graph's own names. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A row as its fields read it. */
export type RowOf<Shape extends Fields> = { readonly [Name in keyof Shape]: ReturnType<Shape[Name]> };

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const nullGuid = '00000000-0000-0000-0000-000000000000';

/** A text as the store can keep it; an empty one is none. */
export function text(raw: unknown): string | null {
  return typeof raw === 'string' && raw !== '' ? keepable(raw) : null;
}

/** A whole number that JavaScript holds exactly. */
export function integer(raw: unknown): number | null {
  return Number.isSafeInteger(raw) ? (raw as number) : null;
}

/** True or false. */
export function flag(raw: unknown): boolean | null {
  return typeof raw === 'boolean' ? raw : null;
}

/** A GUID in lower case; the null GUID is none. */
export function guid(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const lower = raw.toLowerCase();
  return guidPattern.test(lower) && lower !== nullGuid ? lower : null;
}

/** A moment. */
export function moment(raw: unknown): Instant | null {
  return instantOrNull(raw);
}

/** A list of objects, each read by the given fields; what is no object is left out. */
export function list<Shape extends Fields>(shape: Shape): Field<readonly RowOf<Shape>[]> {
  return (raw) => (Array.isArray(raw) ? raw.filter(isObject).map((item) => readRow(shape, item)) : []);
}

/** A list of single values, in order and without repeats; what cannot be read is left out. */
export function values<Value>(field: Field<Value | null>): Field<readonly Value[]> {
  return (raw) => {
    if (!Array.isArray(raw) || raw.length === 0) return [];
    return [...new Set(raw.map(field).filter((value) => value !== null))].sort(byText);
  };
}

/** An object, read by the given fields; all of them null when there is none. */
export function object<Shape extends Fields>(shape: Shape): Field<RowOf<Shape>> {
  return (raw) => readRow(shape, isObject(raw) ? raw : {});
}

/** Reads a row by its fields. */
export function readRow<Shape extends Fields>(
  shape: Shape,
  raw: Readonly<Record<string, unknown>>,
): RowOf<Shape> {
  const row: Record<string, unknown> = {};
  for (const name in shape) row[name] = shape[name]?.(raw[name]);
  // Every name of the shape was read just now.
  return row as RowOf<Shape>;
}

/** What to ask Graph for: exactly the fields that are read. */
export function selectOf(shape: Fields): string {
  return Object.keys(shape).join(',');
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1;
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
