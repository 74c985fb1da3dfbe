import { isJson, malformed, objectOf, type Json } from './answers.ts';
import type { Cloud } from './clouds.ts';
import { GraphError, PageTokenExpired } from './errors.ts';
import type { Http, HttpAnswer } from './http.ts';
import { createPace, type Clock } from './pace.ts';
import { createRetry } from './policies/retry.ts';
import { createSender, type Statistics } from './send.ts';
import type { TokenSource } from './token.ts';

/** A question to Graph. */
export type GraphQuery = {
  /** Below `/v1.0`, such as `/users`; ids in it are escaped already. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sends `ConsistencyLevel: eventual`, with every page. */
  readonly eventual?: boolean;
  /** Resource units that one call costs. */
  readonly units: number;
};

/** One page of a list as it came. */
export type Page = {
  readonly rows: readonly Json[];
  readonly nextLink: string | null;
  /** `@odata.count`, which only a first page carries. */
  readonly count: number | null;
};

/** Microsoft Graph as one tenant's app sees it: GET only, paced, repeated where that helps. */
export type Graph = {
  /** The JSON object that answers the query, without following pages; throws GraphError, MalformedAnswer and others. */
  object(query: GraphQuery): Promise<Json>;
  /** The number behind a path such as `/users/$count`. */
  count(path: string): Promise<number>;
  /** The first page of a list, or the one that a link of the page before leads to. */
  page(query: GraphQuery, link: string | null): Promise<Page>;
  statistics(): Statistics;
};

/** Where the graph room tells what happens; never with a secret or a record in it. */
export type Log = {
  debug(data: object, message: string): void;
  warn(data: object, message: string): void;
};

/** What a Graph works with. */
export type GraphOptions = {
  readonly cloud: Cloud;
  readonly token: TokenSource;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Told of every wait that a failure causes. */
  readonly onWait?: ((until: Date, why: string) => void) | undefined;
  /** Size of the tenant, which decides how fast it may be asked; unknown counts as small. */
  readonly userCount?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Microsoft Graph for one tenant; all requests of one Graph share pace, pauses and retry budget. */
export function createGraph(options: GraphOptions): Graph {
  const pace = createPace(options);
  const { send, statistics } = createSender({ ...options, pace, retry: createRetry({ ...options, pace }) });

  const json = (query: GraphQuery, url: string) => ({
    url,
    accept: 'application/json',
    eventual: query.eventual ?? false,
    units: query.units,
  });

  return {
    object: (query) => send(json(query, urlOf(options.cloud, query)), objectOf),

    count: (path) =>
      send({ url: urlOf(options.cloud, { path }), accept: 'text/plain', eventual: true, units: 1 }, countOf),

    page: (query, link) =>
      send(json(query, link ?? urlOf(options.cloud, query)), pageOf).catch((error: unknown) => {
        throw link !== null && isExpired(error) ? new PageTokenExpired(query.path, { cause: error }) : error;
      }),

    statistics,
  };
}

/**
 * The address of a query, with names and commas readable as Microsoft writes them.
 * @throws TypeError where the path would lead elsewhere.
 */
function urlOf(cloud: Cloud, { path, query = {} }: Pick<GraphQuery, 'path' | 'query'>): string {
  const url = new URL(`${cloud.graphHost}/v1.0${path}`);
  if (!path.startsWith('/') || url.pathname !== `/v1.0${path}`) {
    throw new TypeError(`"${path}" is no path of Microsoft Graph`);
  }
  const pairs = Object.entries(query).map(([name, value]) => {
    const escaped = encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%24', '$');
    return `${name}=${escaped}`;
  });
  return pairs.length > 0 ? `${url.href}?${pairs.join('&')}` : url.href;
}

function countOf(answer: HttpAnswer): number {
  const text = answer.body.trim();
  if (!/^\d{1,15}$/.test(text)) throw malformed('is no count', answer.body);
  return Number(text);
}

function pageOf(answer: HttpAnswer): Page {
  const { value, '@odata.nextLink': nextLink, '@odata.count': count } = objectOf(answer);
  if (!Array.isArray(value) || !value.every(isJson)) throw malformed('holds no list of objects', answer.body);
  if (nextLink !== undefined && nextLink !== null && typeof nextLink !== 'string') {
    throw malformed('has a next link that is no text', answer.body);
  }
  return { rows: value, nextLink: nextLink ?? null, count: typeof count === 'number' ? count : null };
}

// https://learn.microsoft.com/graph/paging: both are answered by reading the list again from its start.
const expiredCodes = ['Directory_ExpiredPageToken', 'DirectoryPageTokenNotFoundException'];

function isExpired(error: unknown): boolean {
  return error instanceof GraphError && expiredCodes.includes(error.code);
}
