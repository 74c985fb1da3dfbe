import { unsupportedQuery } from './errors.ts';
import type { Filter, Literal } from './filter.ts';

/** Which operators a property takes plainly, and which ones only with the advanced query parameters. */
export type Filterable = { readonly plain: readonly string[]; readonly advanced: readonly string[] };

/** The properties of a resource that can be filtered, and how their values are read. */
export type FilterRules<Row> = {
  /** As messages call it: `User`. */
  readonly resource: string;
  readonly properties: Readonly<Record<string, Filterable & { readonly value: (row: Row) => Literal }>>;
  /** `collection/property` that any() can ask for. */
  readonly collections: Readonly<Record<string, (row: Row) => readonly string[]>>;
};

/**
 * A filter as a function.
 * @throws GraphRefusal where a property or operator is not supported, or needs parameters that are not there.
 */
export function predicate<Row>(
  filter: Filter,
  rules: FilterRules<Row>,
  isAdvanced: boolean,
): (row: Row) => boolean {
  switch (filter.type) {
    case 'and': {
      const parts = filter.parts.map((part) => predicate(part, rules, isAdvanced));
      return (row) => parts.every((part) => part(row));
    }
    case 'or': {
      const parts = filter.parts.map((part) => predicate(part, rules, isAdvanced));
      return (row) => parts.some((part) => part(row));
    }
    case 'not': {
      if (!isAdvanced) throw needsAdvanced('not');
      const part = predicate(filter.part, rules, isAdvanced);
      return (row) => !part(row);
    }
    case 'any': {
      const values = rules.collections[`${filter.collection}/${filter.property}`];
      if (!values) throw unsupported(filter.collection, rules.resource);
      const wanted = fold(filter.value);
      return (row) => values(row).some((value) => fold(value) === wanted);
    }
    case 'compare':
      return comparison(filter, rules, isAdvanced);
  }
}

function comparison<Row>(
  filter: Extract<Filter, { type: 'compare' }>,
  rules: FilterRules<Row>,
  isAdvanced: boolean,
): (row: Row) => boolean {
  const property = rules.properties[filter.property];
  if (!property) throw unsupported(filter.property, rules.resource);
  // To ask for null is advanced wherever ne is: both look for what the plain index does not hold.
  const operator = filter.operator === 'eq' && filter.values[0] === null ? 'ne' : filter.operator;
  if (!property.plain.includes(operator)) {
    if (!property.advanced.includes(operator)) throw unsupported(filter.property, rules.resource);
    if (!isAdvanced) throw needsAdvanced(filter.operator);
  }
  const test = tests[filter.operator];
  if (!test) throw unsupported(filter.property, rules.resource);
  const values = filter.values.map(fold);
  return (row) => test(fold(property.value(row)), values);
}

type Test = (value: Literal, wanted: readonly Literal[]) => boolean;

const tests: Readonly<Record<string, Test>> = {
  eq: (value, [wanted]) => value === wanted,
  ne: (value, [wanted]) => value !== wanted,
  in: (value, wanted) => wanted.includes(value),
  ge: (value, [wanted]) => value !== null && wanted !== null && wanted !== undefined && value >= wanted,
  le: (value, [wanted]) => value !== null && wanted !== null && wanted !== undefined && value <= wanted,
  startswith: (value, [wanted]) => typeof value === 'string' && value.startsWith(String(wanted)),
  endswith: (value, [wanted]) => typeof value === 'string' && value.endsWith(String(wanted)),
};

function fold(value: Literal): Literal {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function needsAdvanced(operator: string): Error {
  return unsupportedQuery(
    `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  );
}

function unsupported(property: string, resource: string): Error {
  return unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`,
  );
}
