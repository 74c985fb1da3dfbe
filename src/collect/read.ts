import type { Complete } from '../domain/complete.ts';
import type { ResourceName } from '../domain/records.ts';
import { keepable } from '../domain/text.ts';
import {
  GraphError,
  IdentityError,
  IncompleteRead,
  MalformedAnswer,
  PageTokenExpired,
  PutOff,
  WrongTenant,
} from '../graph/errors.ts';
import type { Graph } from '../graph/graph.ts';
import { readPages } from '../graph/pages.ts';
import type { Reading } from '../store/publish/publication.ts';
import type { ListResource } from './resource.ts';

/** Told of every page: the resource and its rows so far. */
export type OnRows = (resource: ResourceName, rows: number, done: boolean) => void;

/**
 * How many rows are worked on together: what a row is made into is garbage before the collector looks, where a whole page
 * would be copied by it.
 */
const atOnce = 100;

/** How often a list is begun anew when Microsoft forgets its page links. */
const restarts = 2;

/** Reads a whole list into memory: for the small things, of which a tenant has hundreds. */
export async function readList<Thing>(
  graph: Graph,
  resource: ListResource<Thing>,
  now: () => Date,
  onRows: OnRows,
): Promise<Reading<readonly Thing[]>> {
  let things: Thing[] = [];
  return readOrKeep(async () => {
    const proof = await readRows(graph, resource, now, {
      restart: () => {
        things = [];
        return Promise.resolve();
      },
      rows: (rows) => {
        things.push(...rows);
        onRows(resource.name, things.length, false);
        return Promise.resolve();
      },
    });
    onRows(resource.name, things.length, true);
    return { state: 'read', proof, value: things };
  });
}

/** What to do with the rows of a list, page by page. */
export type RowSink<Thing> = {
  /** Forgets the rows so far: the list is read from its first page again. */
  readonly restart: () => Promise<void>;
  readonly rows: (rows: readonly Thing[]) => Promise<void>;
};

/**
 * Reads a list page by page to its end, and anew where Microsoft forgot its page links (twice at most).
 * @throws MalformedAnswer after the last page when rows were no records: what they stand for is not gone.
 */
export async function readRows<Thing>(
  graph: Graph,
  resource: ListResource<Thing>,
  now: () => Date,
  sink: RowSink<Thing>,
): Promise<Complete> {
  for (let attempt = 0; ; attempt += 1) {
    let leftOut = 0;
    try {
      const proof = await readPages(
        graph,
        resource.query,
        async (rows) => {
          for (let from = 0; from < rows.length; from += atOnce) {
            const slice = rows.slice(from, from + atOnce);
            const things = slice.map(resource.parse).filter((thing) => thing !== null);
            leftOut += slice.length - things.length;
            await sink.rows(things);
          }
        },
        { idKind: resource.idKind, now },
      );
      if (leftOut === 0) return proof;
      const message = `${leftOut} of the rows of ${resource.query.path} are not as Microsoft documents them, so this read is not complete`;
      throw new MalformedAnswer(message, { retryable: false });
    } catch (error) {
      if (!(error instanceof PageTokenExpired) || attempt === restarts) throw error;
      await sink.restart();
    }
  }
}

/** Reads, or says why this one resource stays as it was; what ends the whole run is thrown on. */
export async function readOrKeep<Result>(
  read: () => Promise<Result>,
): Promise<Result | { readonly state: 'kept'; readonly reason: string }> {
  try {
    return await read();
  } catch (error) {
    const reason = reasonToKeep(error);
    if (reason === null) throw error;
    return { state: 'kept', reason: keepable(reason) };
  }
}

/** Why Microsoft's answer leaves a resource as it was, in words; null for what is no answer about one resource. */
function reasonToKeep(error: unknown): string | null {
  if (error instanceof GraphError) {
    if (error.httpStatus === 401) return null;
    return error.httpStatus === 403
      ? `Microsoft refuses it (${error.code || '403'}): ${error.message}`
      : error.message;
  }
  if (
    error instanceof MalformedAnswer ||
    error instanceof IncompleteRead ||
    error instanceof PageTokenExpired
  ) {
    return error.message;
  }
  return null;
}

/** How a run ended that could not go on: who has to act, and whether it goes on by itself later. */
export function endOf(error: unknown): {
  readonly outcome: 'refused' | 'put-off' | 'failed';
  readonly reason: string;
} {
  const message = keepable(error instanceof Error ? error.message : String(error));
  if (error instanceof PutOff) return { outcome: 'put-off', reason: `put off: ${message}` };
  const refused =
    error instanceof IdentityError ||
    error instanceof WrongTenant ||
    (error instanceof GraphError && [401, 403].includes(error.httpStatus));
  return { outcome: refused ? 'refused' : 'failed', reason: message };
}
