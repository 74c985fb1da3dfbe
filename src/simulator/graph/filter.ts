import { badRequest } from './errors.ts';

/** A filter as a tree. */
export type Filter =
  | { readonly type: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly type: 'not'; readonly part: Filter }
  | {
      readonly type: 'compare';
      readonly operator: string;
      readonly property: string;
      readonly values: readonly Literal[];
    }
  | { readonly type: 'any'; readonly collection: string; readonly property: string; readonly value: Literal };

/** A value in a filter; GUIDs and dates stand without quotes and are text here. */
export type Literal = string | number | boolean | null;

/**
 * Reads an OData filter as far as the directory knows it: eq, ne, ge, le, in, startsWith, endsWith, and, or, not,
 * parentheses, and `collection/any(x:x/property eq value)`.
 * @throws GraphRefusal for anything else.
 */
export function readFilter(text: string): Filter {
  const words = text.match(/'(?:[^']|'')*'|[(),]|[^\s(),]+/gu) ?? [];
  let at = 0;

  function next(): string {
    const word = words[at++];
    if (word === undefined) throw invalid(text);
    return word;
  }

  function expect(word: string): void {
    if (next().toLowerCase() !== word) throw invalid(text);
  }

  function isNext(word: string): boolean {
    const isIt = words[at]?.toLowerCase() === word;
    if (isIt) at++;
    return isIt;
  }

  function disjunction(): Filter {
    const parts = [conjunction()];
    while (isNext('or')) parts.push(conjunction());
    return joined('or', parts);
  }

  function conjunction(): Filter {
    const parts = [term()];
    while (isNext('and')) parts.push(term());
    return joined('and', parts);
  }

  function term(): Filter {
    if (isNext('not')) return { type: 'not', part: term() };
    if (isNext('(')) return closed(disjunction());
    const word = next();
    if (word.endsWith('/any') && isNext('(')) return closed(anyOf(word.slice(0, -'/any'.length)));
    if (isNext('(')) return closed(call(word));
    const operator = next().toLowerCase();
    if (operator === 'in') return closed({ type: 'compare', operator, property: word, values: list() });
    if (!['eq', 'ne', 'ge', 'le', 'gt', 'lt'].includes(operator)) throw invalid(text);
    return { type: 'compare', operator, property: word, values: [literal(next())] };
  }

  function closed(filter: Filter): Filter {
    expect(')');
    return filter;
  }

  function call(operator: string): Filter {
    const property = next();
    expect(',');
    return { type: 'compare', operator: operator.toLowerCase(), property, values: [literal(next())] };
  }

  /** The inside of any(...): `x:x/skuId eq value`, also with a space after the colon. */
  function anyOf(collection: string): Filter {
    const first = next();
    const path = first.endsWith(':') ? next() : first.slice(first.indexOf(':') + 1);
    expect('eq');
    return { type: 'any', collection, property: path.slice(path.indexOf('/') + 1), value: literal(next()) };
  }

  function list(): readonly Literal[] {
    expect('(');
    const values = [literal(next())];
    while (isNext(',')) values.push(literal(next()));
    return values;
  }

  const filter = disjunction();
  if (at !== words.length) throw invalid(text);
  return filter;
}

function joined(type: 'and' | 'or', parts: readonly Filter[]): Filter {
  const [only] = parts;
  return parts.length === 1 && only ? only : { type, parts };
}

function literal(word: string): Literal {
  if (word.startsWith("'")) return word.slice(1, -1).replaceAll("''", "'");
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  return /^\d+$/u.test(word) ? Number(word) : word;
}

function invalid(text: string): Error {
  return badRequest(`Invalid filter clause: Syntax error in '${text}'.`);
}
