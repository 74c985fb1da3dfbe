import type { Answer } from '../answer.ts';
import type { Call } from './endpoint.ts';
import { readFilter } from './filter.ts';
import { nextLink, position } from './paging.ts';
import { predicate } from './predicate.ts';
import type { FilterRules } from './predicate.ts';
import { unknownProperty } from './query.ts';
import { badRequest } from './errors.ts';

/** How a property of a row is read. */
export type Properties<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/** The JSON of properties that are costly to write, where a quicker way is known. */
export type Texts<Row> = Readonly<Record<string, (row: Row) => string>>;

/** A collection that can be listed, without holding its rows. */
export type Source<Row> = {
  /** The entity set in the context, such as `users`. */
  readonly set: string;
  /** The type in messages, such as `user`. */
  readonly type: string;
  readonly properties: Properties<Row>;
  readonly texts?: Texts<Row>;
  /** What comes without `$select`. */
  readonly defaults: readonly string[];
  readonly rules: FilterRules<Row>;
  /** Positions run from 0 to this. */
  readonly size: number;
  /** The row at a position, undefined for a gap. */
  readonly at: (position: number) => Row | undefined;
  /** How many rows there are, where that is known without looking at each. */
  readonly count?: number;
};

type Described<Row> = Pick<Source<Row>, 'set' | 'type' | 'properties' | 'texts' | 'defaults'>;

const contentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** One page of a collection by the query of the call. */
export function page<Row>(source: Source<Row>, call: Call): Answer {
  const { query } = call;
  const write = writer(source, query.select ?? source.defaults);
  const isWanted = wanted(source, call);
  const { page: number, after } = position(query);

  const rows: string[] = [];
  let last = after;
  let hasMore = false;
  for (let at = after + 1; at < source.size; at++) {
    const row = source.at(at);
    if (row === undefined || !isWanted(row)) continue;
    if (rows.length === query.top) {
      hasMore = true;
      break;
    }
    rows.push(write(row));
    last = at;
  }

  const url = `${call.origin}/v1.0${call.path}`;
  const head = [
    `"@odata.context":${JSON.stringify(context(source.set, query.select, call))}`,
    ...(query.counted && number === 1 ? [`"@odata.count":${count(source, call)}`] : []),
    ...(hasMore
      ? [`"@odata.nextLink":${JSON.stringify(nextLink(url, query, { page: number + 1, after: last }))}`]
      : []),
  ];
  return {
    status: 200,
    headers: { 'content-type': contentType },
    body: `{${head.join()},"value":[${rows.join()}]}`,
  };
}

/** The answer to a `/$count` segment: a plain number, which only an advanced query gets. */
export function counted<Row>(source: Source<Row>, call: Call): Answer {
  if (!call.query.eventual) throw badRequest('$count is not currently supported.');
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(count(source, call)) };
}

/** How many rows the filter of a call leaves. */
function count<Row>(source: Source<Row>, call: Call): number {
  if (source.count !== undefined && call.query.filter === null) return source.count;
  const isWanted = wanted(source, call);
  let found = 0;
  for (let at = 0; at < source.size; at++) {
    const row = source.at(at);
    if (row !== undefined && isWanted(row)) found++;
  }
  return found;
}

/** A single object with the properties that the call selects. */
export function entity<Row>(source: Described<Row>, row: Row, call: Call): Answer {
  const write = writer(source, call.query.select ?? source.defaults);
  const head = JSON.stringify(`${context(source.set, call.query.select, call)}/$entity`);
  return {
    status: 200,
    headers: { 'content-type': contentType },
    body: `{"@odata.context":${head},${write(row).slice(1)}`,
  };
}

/** A collection that always comes whole: no paging, no filter. */
export function whole<Row>(source: Described<Row>, all: readonly Row[], call: Call): Answer {
  return page(
    { ...source, rules: noFilters, size: all.length, at: (index) => all[index] },
    { ...call, query: { ...call.query, top: all.length } },
  );
}

const noFilters = { resource: 'Resource', properties: {}, collections: {} };

function wanted<Row>(source: Source<Row>, call: Call): (row: Row) => boolean {
  if (call.query.filter === null) return () => true;
  // The segment /$count is advanced by itself; a listing also needs $count=true.
  const isAdvanced = call.query.counted || (call.query.eventual && call.path.endsWith('/$count'));
  return predicate(readFilter(call.query.filter), source.rules, isAdvanced);
}

/** How a row is written as JSON with these properties. */
function writer<Row>(source: Described<Row>, names: readonly string[]): (row: Row) => string {
  const fields = names.map((name, nth) => {
    const read = source.properties[name];
    if (!read) throw unknownProperty(name, source.type);
    return {
      open: `${nth === 0 ? '{' : ','}${JSON.stringify(name)}:`,
      text: source.texts?.[name] ?? ((row: Row) => written(read(row))),
    };
  });
  return (row) => {
    let text = '';
    for (const field of fields) text += field.open + field.text(row);
    return `${text}}`;
  };
}

/** JSON.stringify with a short way for the texts that need no escapes, which are nearly all. */
function written(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'string' && !needsEscapes.test(value) ? `"${value}"` : JSON.stringify(value);
}

const needsEscapes = /["\\\u0000-\u001f\ud800-\udfff]/;

function context(set: string, select: readonly string[] | null, call: Call): string {
  return `${call.origin}/v1.0/$metadata#${set}${select ? `(${select.join()})` : ''}`;
}
