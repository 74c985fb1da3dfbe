import { Type, type TObject, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../contract/refusal.ts';

/** Checks values against a schema; compiled on the first value. */
export type Checker = {
  check(value: unknown): boolean;
  /** The first thing that is wrong, in words. */
  fault(value: unknown): string;
};

/** A checker that takes no field that the schema does not name. */
export function checkerOf(schema: TSchema): Checker {
  let compiled: ReturnType<typeof Compile> | undefined;
  const validator = () => (compiled ??= Compile(closed(schema)));
  return {
    check: (value) => validator().Check(value),
    fault(value) {
      const [first] = validator().Errors(value);
      if (!first) return 'it is not as expected';
      const field = first.instancePath.slice(1).replaceAll('/', '.');
      // What a closed schema says of a field that it does not name.
      const message = first.keyword === 'boolean' ? 'is not known here' : first.message;
      return `${field === '' ? 'the body' : `"${field.slice(0, 100)}"`} ${message}`;
    },
  };
}

/** The schema with every object of it closed to fields that it does not name. */
export function closed(schema: TSchema): TSchema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part)]));
    return 'type' in copy && copy['type'] === 'object' ? { ...copy, additionalProperties: false } : copy;
  };
  // Compiled from plain JSON Schema, which TypeBox schemas are.
  return Type.Unsafe(walk(schema) as TSchema);
}

/**
 * Reads the values of a query in the types of its schema.
 * @throws Refusal for a name that is not known, twice the same name, or a value that the schema does not allow.
 */
export type QueryReader = (given: Readonly<Record<string, unknown>>) => unknown;

/** A reader of queries of this schema; without one no name is known. */
export function queryReaderOf(schema: TObject = Type.Object({})): QueryReader {
  const checker = checkerOf(schema);
  return (given) => {
    const read: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(given)) {
      const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
      if (property === undefined) throw wrong(name, 'is not known here');
      if (typeof text !== 'string') throw wrong(name, 'is given more than once');
      read[name] = converted(property, text, name);
    }
    if (checker.check(read)) return read;
    throw new Refusal('wrong-input', `The address is wrong: ${checker.fault(read)}.`);
  };
}

function converted(property: TSchema, text: string, name: string): unknown {
  const type = 'type' in property ? property.type : 'string';
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw wrong(name, 'is neither true nor false');
    return text === 'true';
  }
  if (type === 'integer') {
    if (!/^\d{1,9}$/.test(text)) throw wrong(name, 'is no whole number');
    return Number(text);
  }
  if (text === '') throw wrong(name, 'is empty; leave it out instead');
  if (text.length > 2000) throw wrong(name, 'is too long');
  return text;
}

function wrong(name: string, what: string): Refusal {
  return new Refusal('wrong-input', `"${name.slice(0, 100)}" ${what}.`);
}
