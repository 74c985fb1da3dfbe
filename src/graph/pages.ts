import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Complete } from '../domain/complete.ts';
import type { Json } from './answers.ts';
import { IncompleteRead, MalformedAnswer } from './errors.ts';
import type { Graph, GraphQuery, Page } from './graph.ts';

/**
 * Reads a list to its end, asking for the next page while `onPage` works on the present one.
 * Rows come as they are, but for those without a usable id, which are left out.
 * @throws IncompleteRead after the last page when rows were left out; PageTokenExpired when the list has to be read
 * anew; MalformedAnswer for a page that is none, or a link that leads elsewhere or in a circle.
 */
export async function readPages(
  graph: Graph,
  query: GraphQuery,
  onPage: (rows: readonly Json[]) => void | Promise<void>,
  options: { readonly idKind: 'guid' | 'text'; readonly now: () => Date },
): Promise<Complete> {
  const startedAt = options.now();
  const follow = createFollow();
  const left = { out: 0, firstPage: 0 };
  let rows = 0;
  let pages = 0;
  let count: number | null = null;
  let coming: Promise<Page> | null = graph.page(query, null);

  while (coming) {
    const page: Page = await coming;
    pages += 1;
    if (pages === 1) count = page.count;
    coming = page.nextLink === null ? null : graph.page(query, follow(page.nextLink));
    // Awaited in the next turn; until then a failure must not count as unhandled.
    coming?.catch(() => undefined);
    await letLeave();

    const usable = usableRows(page.rows, options.idKind);
    if (usable.length < page.rows.length) left.firstPage ||= pages;
    left.out += page.rows.length - usable.length;
    rows += usable.length;
    if (usable.length > 0) await onPage(usable);
  }
  if (left.out > 0) throw new IncompleteRead(query.path, { leftOut: left.out, firstPage: left.firstPage });
  const proof = { fingerprint: fingerprintOf(query), rows, pages, count, startedAt, endedAt: options.now() };
  // The one place where the proof is made: every page was read, and nothing in them was left out.
  return proof as Complete;
}

/**
 * Lets the next request leave before the work on a page keeps the thread, so that Microsoft works meanwhile. Two turns,
 * because undici uses a connection again only one turn after its last answer.
 */
async function letLeave(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** Remembers every link, as a hash, and refuses one that was followed before. */
function createFollow(): (link: string) => string {
  const seen = new Set<string>();
  return (link) => {
    const key = hash('sha256', link, 'base64url');
    if (seen.has(key)) {
      const message = "Microsoft Graph's links to the next page lead in a circle";
      throw new MalformedAnswer(message, { retryable: false });
    }
    seen.add(key);
    return link;
  };
}

const ids = {
  guid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  text: /\S/,
};

function usableRows(rows: readonly Json[], idKind: keyof typeof ids): readonly Json[] {
  const isUsable = ({ id }: Json) => typeof id === 'string' && ids[idKind].test(id);
  return rows.every(isUsable) ? rows : rows.filter(isUsable);
}

function fingerprintOf({ path, query = {}, eventual = false }: GraphQuery): string {
  const sorted = Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([path, sorted, eventual]), 'hex');
}
