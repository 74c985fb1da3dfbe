import { GraphRefusal, badRequest, notSimulated, unsupportedQuery } from './errors.ts';

/** The query options of a request, read and checked as far as they do not depend on the resource. */
export type Query = {
  readonly select: readonly string[] | null;
  readonly filter: string | null;
  /** Page size: 100 unless asked for. */
  readonly top: number;
  readonly orderBy: string | null;
  readonly skipToken: string | null;
  /** True for `$count=true` with the header `ConsistencyLevel: eventual`; without the header it is ignored. */
  readonly counted: boolean;
  /** True where the header alone is there. */
  readonly eventual: boolean;
  /** Everything but the page token, as text: what a page token belongs to. */
  readonly fingerprint: string;
  /** The options as they came, with their `$`. */
  readonly options: URLSearchParams;
};

const known = [
  '$select',
  '$filter',
  '$top',
  '$orderby',
  '$count',
  '$skiptoken',
  '$search',
  '$expand',
  '$skip',
  '$format',
];

/**
 * Reads the options of a listing.
 * @throws GraphRefusal for a page size out of range and for options that the directory does not have.
 */
export function readQuery(params: URLSearchParams, consistencyLevel: string | undefined): Query {
  const options = new URLSearchParams();
  for (const [name, value] of params) {
    const full = name.startsWith('$') ? name : `$${name}`;
    options.append(known.includes(full.toLowerCase()) ? full.toLowerCase() : name, value);
  }
  const eventual = consistencyLevel?.toLowerCase() === 'eventual';
  if (options.has('$skip')) throw badRequest("'$skip' is not supported by the service.");
  if (options.has('$expand')) throw notSimulated('$expand');
  if (options.has('$search')) throw eventual ? notSimulated('$search') : searchWithoutHeader();

  const fingerprint = new URLSearchParams(options);
  fingerprint.delete('$skiptoken');
  fingerprint.sort();
  return {
    select:
      options
        .get('$select')
        ?.split(',')
        .map((name) => name.trim()) ?? null,
    filter: options.get('$filter'),
    top: pageSize(options.get('$top')),
    orderBy: options.get('$orderby'),
    skipToken: options.get('$skiptoken'),
    counted: eventual && options.get('$count')?.toLowerCase() === 'true',
    eventual,
    fingerprint: fingerprint.toString(),
    options,
  };
}

/** The refusal for a property that a type does not have. */
export function unknownProperty(name: string, type: string): GraphRefusal {
  return new GraphRefusal(
    400,
    'BadRequest',
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
  );
}

function pageSize(text: string | null): number {
  if (text === null) return 100;
  const size = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (size >= 1 && size <= 999) return size;
  throw unsupportedQuery(`Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`);
}

function searchWithoutHeader(): GraphRefusal {
  return unsupportedQuery(
    "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
  );
}
