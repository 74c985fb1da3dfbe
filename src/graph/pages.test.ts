import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphError, IncompleteRead, MalformedAnswer, PageTokenExpired } from './errors.ts';
import type { GraphQuery } from './graph.ts';
import { readPages } from './pages.ts';
import type { Complete } from '../domain/complete.ts';
import { graphOn, rowsFrom, startServer, type Reply, type Seen } from './testing/server.ts';

const query: GraphQuery = {
  path: '/users',
  query: { $select: 'id,displayName', $count: 'true' },
  eventual: true,
  units: 1,
};

/** Reads `/users` of a server that answers each page (from 1) as told; `link` leads to a page. */
async function read(
  answer: (page: number, link: (page: number) => string, seen: Seen) => Reply | 'hang up',
  options: { idKind?: 'guid' | 'text'; onPage?: (ids: unknown[]) => void | Promise<void> } = {},
) {
  await using server = await startServer((seen) => {
    const page = Number(new URL(seen.path, 'http://x').searchParams.get('page') ?? 1);
    return answer(page, (next) => `http://${seen.headers.host}/v1.0/users?page=${next}`, seen);
  });
  await using on = graphOn(server.cloud);
  const ids: unknown[] = [];
  const outcome = await readPages(
    on.graph,
    query,
    async (rows) => {
      ids.push(...rows.map((row) => row['id']));
      await options.onPage?.(ids);
    },
    { idKind: options.idKind ?? 'guid', now: on.clock.now },
  ).catch((error: unknown) => error);
  return { outcome, ids, requests: server.requests, lines: on.lines };
}

function assertComplete(outcome: unknown): asserts outcome is Complete {
  assert.ok(!(outcome instanceof Error) && outcome, String(outcome));
}

test('reads a list to its end and proves it', async () => {
  const { outcome, ids, requests } = await read((page, link) => ({
    body: {
      ...(page === 1 ? { '@odata.count': 25 } : {}),
      ...(page < 3 ? { '@odata.nextLink': link(page + 1) } : {}),
      value: rowsFrom(page * 10, page < 3 ? 10 : 5),
    },
  }));
  assertComplete(outcome);
  assert.deepEqual(
    { rows: outcome.rows, pages: outcome.pages, count: outcome.count, ids: new Set(ids).size },
    { rows: 25, pages: 3, count: 25, ids: 25 },
  );
  assert.equal(requests[0]?.path, '/v1.0/users?$select=id,displayName&$count=true');
  assert.ok(requests.every(({ headers }) => headers['consistencylevel'] === 'eventual'));
});

test('asks for the next page while the present one is worked on, and for no page more', async () => {
  let served = 0;
  const servedAtHandOver: number[] = [];
  await read(
    (page, link) => {
      served = page;
      return {
        body: { ...(page < 4 ? { '@odata.nextLink': link(page + 1) } : {}), value: rowsFrom(page * 10, 2) },
      };
    },
    {
      async onPage(ids) {
        // Long enough for a page to come if it was asked for: the server is on this same thread.
        for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
        servedAtHandOver.push(served);
        assert.ok(served <= ids.length / 2 + 1);
      },
    },
  );
  assert.deepEqual(servedAtHandOver, [2, 3, 4, 4]);
});

test('ends with the error of the one who takes the pages', async () => {
  const { outcome } = await read(
    (page, link) => ({ body: { '@odata.nextLink': link(page + 1), value: rowsFrom(page, 1) } }),
    {
      onPage() {
        throw new RangeError('disk full');
      },
    },
  );
  assert.ok(outcome instanceof RangeError);
});

for (const [name, cycle] of [
  ['to itself', [2]],
  ['in a circle of two', [2, 3]],
  ['in a circle of three', [2, 3, 4]],
] as const) {
  test(`F-PG-03 a next link that leads ${name} ends the read with at most three requests too many`, async () => {
    const { outcome, requests } = await read((page, link) => {
      const next = cycle[(cycle.findIndex((at) => at === page) + 1) % cycle.length] ?? 2;
      return { body: { '@odata.nextLink': link(next), value: rowsFrom(page * 10, 2) } };
    });
    assert.ok(outcome instanceof MalformedAnswer && !outcome.retryable);
    assert.match(outcome.message, /circle/);
    assert.ok(requests.length <= 1 + cycle.length + 3, `${requests.length} requests`);
  });
}

test('F-PG-04 a next link to anywhere but the Graph host is refused and gets no token', async () => {
  await using elsewhere = await startServer(() => ({ body: { value: [] } }));
  const links = [
    `${elsewhere.url}/v1.0/users`,
    'https://evil.test/v1.0/users',
    '//evil.test/v1.0/users',
    '/v1.0/users',
    'file:///etc/passwd',
    'not a link',
  ];
  const own = [
    (host: string) => `https://${host}/v1.0/users`,
    (host: string) => `http://user:password@${host}/v1.0/users`,
    (host: string) => `http://${host}@evil.test/v1.0/users`,
    (host: string) => `http://${host}.evil.test/v1.0/users`,
  ];
  for (const makeLink of [...links.map((link) => () => link), ...own]) {
    const { outcome, requests, lines } = await read((_page, _link, seen) => ({
      body: { '@odata.nextLink': makeLink(seen.headers.host ?? ''), value: rowsFrom(1, 1) },
    }));
    assert.ok(outcome instanceof MalformedAnswer && !outcome.retryable, String(outcome));
    assert.equal(requests.length, 1);
    assert.ok(lines.some(({ message }) => message === 'foreign page link'));
  }
  assert.equal(elsewhere.requests.length, 0);
});

test('F-PG-06 an empty page with a next link is not the end', async () => {
  const { outcome, ids } = await read((page, link) => ({
    body: {
      ...(page < 3 ? { '@odata.nextLink': link(page + 1) } : {}),
      value: page === 2 ? [] : rowsFrom(page, 1),
    },
  }));
  assertComplete(outcome);
  assert.equal(outcome.pages, 3);
  assert.equal(ids.length, 2);
});

test('F-PG-08 a page whose value is missing, null, an object, a text or a list of no objects is rejected', async () => {
  for (const body of [
    {},
    { value: null },
    { value: {} },
    { value: 'x' },
    { value: [null] },
    { value: [[]] },
  ]) {
    const { outcome, ids } = await read((page, link) =>
      page === 1 ? { body: { '@odata.nextLink': link(2), value: rowsFrom(1, 3) } } : { body },
    );
    assert.ok(outcome instanceof MalformedAnswer, JSON.stringify(body));
    assert.equal(ids.length, 3);
  }
});

test('F-PG-09 an object without an id, or with one that is no GUID, is left out and the read is not complete', async () => {
  const { outcome, ids } = await read((page, link) => ({
    body: {
      ...(page < 3 ? { '@odata.nextLink': link(page + 1) } : {}),
      value: page === 2 ? [{ displayName: 'nobody' }, { id: 'x-1' }, ...rowsFrom(20, 1)] : rowsFrom(page, 1),
    },
  }));
  assert.ok(outcome instanceof IncompleteRead);
  assert.deepEqual([outcome.leftOut, outcome.firstPage], [2, 2]);
  assert.equal(ids.length, 3);
});

test('F-PG-09 an id in upper case is an id', async () => {
  const id = 'ABCDEF00-0000-4000-8000-00000000000A';
  const { outcome, ids } = await read(() => ({ body: { value: [{ id }] } }));
  assertComplete(outcome);
  assert.deepEqual(ids, [id]);
});

test('takes any text for an id where ids are no GUIDs', async () => {
  const { outcome } = await read(() => ({ body: { value: [{ id: 'tenant_sku' }] } }), { idKind: 'text' });
  assertComplete(outcome);
});

test('F-PG-10 an expired page link asks for a read from the start', async () => {
  const { outcome } = await read((page, link) =>
    page === 1
      ? { body: { '@odata.nextLink': link(2), value: rowsFrom(1, 3) } }
      : { status: 400, body: { error: { code: 'Directory_ExpiredPageToken', message: 'too old' } } },
  );
  assert.ok(outcome instanceof PageTokenExpired);
  assert.match(outcome.message, /\/users/);
});

test('the same code on the first page is an ordinary refusal', async () => {
  const { outcome } = await read(() => ({
    status: 400,
    body: { error: { code: 'Directory_ExpiredPageToken' } },
  }));
  assert.ok(outcome instanceof GraphError);
});

test('two reads have one fingerprint when they ask the same question, in whatever order', async () => {
  await using server = await startServer(() => ({ body: { value: [] } }));
  await using on = graphOn(server.cloud);
  const fingerprint = async (changed: Partial<GraphQuery>) => {
    const options = { idKind: 'guid', now: on.clock.now } as const;
    return (await readPages(on.graph, { ...query, ...changed }, () => undefined, options)).fingerprint;
  };
  const plain = await fingerprint({});
  assert.equal(await fingerprint({ query: { $count: 'true', $select: 'id,displayName' } }), plain);
  assert.notEqual(await fingerprint({ query: { $select: 'id' } }), plain);
  assert.notEqual(await fingerprint({ eventual: false }), plain);
  assert.notEqual(await fingerprint({ path: '/groups' }), plain);
});
