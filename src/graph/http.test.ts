import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { MalformedAnswer, Unreachable } from './errors.ts';
import { createHttp } from './http.ts';
import { makeCertificate } from './testing/certificates.ts';
import { startServer, type Reply } from './testing/server.ts';

async function get(reply: Reply | 'hang up', options: { signal?: AbortSignal } = {}) {
  await using server = await startServer(() => reply);
  const { http, close } = createHttp({ version: '1.2.3' });
  try {
    const request = { method: 'GET', url: `${server.url}/x?y=1`, headers: {}, ...options } as const;
    const outcome = await http(request).catch((error: unknown) => error);
    return { outcome, seen: server.requests };
  } finally {
    await close();
  }
}

test('hands over status, headers and the unpacked text, and says who asks', async () => {
  const { outcome, seen } = await get({ status: 201, headers: { 'X-Some': 'a' }, body: 'grüße' });
  assert.ok(outcome && typeof outcome === 'object' && 'headers' in outcome && 'body' in outcome);
  assert.deepEqual([outcome.body, (outcome.headers as Record<string, string>)['x-some']], ['grüße', 'a']);
  assert.deepEqual(
    [seen[0]?.path, seen[0]?.headers['user-agent'], seen[0]?.headers['accept-encoding']],
    ['/x?y=1', 'seatledger/1.2.3', 'gzip'],
  );
});

test('F-GR-07 a connection reset midway, a torn gzip and a wrong length are malformed and worth another try', async () => {
  const body = JSON.stringify({ value: Array.from({ length: 5000 }, (_, id) => ({ id })) });
  const packed = gzipSync(body);
  const torn = packed.subarray(0, packed.length - 20);
  const replies: Reply[] = [
    { body, cut: 2000 },
    { body, packed: false, cut: 2000 },
    {
      body: torn,
      packed: false,
      headers: { 'content-encoding': 'gzip', 'content-length': String(torn.length) },
    },
    { body, packed: false, headers: { 'content-length': String(body.length + 7) }, cut: body.length },
    { body: 'no gzip', packed: false, headers: { 'content-encoding': 'gzip' } },
  ];
  for (const reply of replies) {
    const { outcome } = await get(reply);
    assert.ok(outcome instanceof MalformedAnswer && outcome.retryable, `${String(outcome)} for ${reply.cut}`);
  }
});

test('F-PG-22 an answer that unpacks to more than 32 MB is cut off and rejected', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  const { outcome } = await get({
    body: bomb,
    packed: false,
    headers: { 'content-encoding': 'gzip', 'content-length': String(bomb.length) },
  });
  assert.ok(outcome instanceof MalformedAnswer && !outcome.retryable);
  assert.match(outcome.message, /32 MB/);
});

test('F-PG-22 an answer that is larger than 32 MB as it comes is cut off and rejected', async () => {
  const { outcome } = await get({ body: Buffer.alloc(33 * 1024 * 1024), packed: false });
  assert.ok(outcome instanceof MalformedAnswer && !outcome.retryable);
});

test('F-GR-11 a byte order mark is dropped; another charset and broken UTF-8 are rejected', async () => {
  const { outcome } = await get({ body: '\uFEFF{}' });
  assert.deepEqual(outcome && typeof outcome === 'object' && 'body' in outcome && outcome.body, '{}');
  const utf16: Reply = {
    body: Buffer.from('{}', 'utf16le'),
    headers: { 'content-type': 'text/json; charset=utf-16' },
  };
  for (const reply of [utf16, { body: Buffer.from('{"a":"\xe4"}', 'latin1') }]) {
    const { outcome: refused } = await get(reply);
    assert.ok(refused instanceof MalformedAnswer && refused.retryable);
  }
});

test('an error page in another charset is still read', async () => {
  const { outcome } = await get({ status: 502, body: Buffer.from('Zugriff verweigert: \xfc', 'latin1') });
  assert.equal(outcome && typeof outcome === 'object' && 'status' in outcome && outcome.status, 502);
});

test('does not follow redirects', async () => {
  const { outcome, seen } = await get({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });
  assert.equal(outcome && typeof outcome === 'object' && 'status' in outcome && outcome.status, 302);
  assert.equal(seen.length, 1);
});

test('a host that refuses, hangs up or has no name is unreachable, and the message names it', async () => {
  const { http, close } = createHttp();
  for (const [url, words] of [
    ['http://127.0.0.1:1/', /^127\.0\.0\.1:1 could not be reached: .*refused/],
    ['http://nowhere.invalid/', /^nowhere\.invalid:80 could not be reached: its name could not be resolved/],
  ] as const) {
    const error = await http({ method: 'GET', url, headers: {} }).catch((failure: unknown) => failure);
    assert.ok(error instanceof Unreachable);
    assert.match(error.message, words);
  }
  await close();
  const { outcome } = await get('hang up');
  assert.ok(outcome instanceof Unreachable);
});

test('a host whose certificate is not trusted is unreachable, and the message says what to do', async () => {
  const { certificate, key } = makeCertificate({ name: 'localhost' });
  const server = createTlsServer({ cert: certificate, key }, () => assert.fail('a request came through'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const { http, close } = createHttp();
  const request = { method: 'GET', url: `https://127.0.0.1:${address.port}/`, headers: {} } as const;
  const error = await http(request).catch((failure: unknown) => failure);
  assert.ok(error instanceof Unreachable);
  assert.match(error.message, /certificate is not trusted.*NODE_EXTRA_CA_CERTS/);
  await close();
  server.close();
});

test('ends with the reason of the signal', async () => {
  const reason = new Error('shutting down');
  const { outcome, seen } = await get({ body: 'x' }, { signal: AbortSignal.abort(reason) });
  assert.equal(outcome, reason);
  assert.equal(seen.length, 0);
});

test('leads requests through the proxy of the environment, but not to this machine', async () => {
  await using server = await startServer(() => ({ body: 'from the server' }));
  await using proxy = await startServer(() => ({ body: 'from the proxy' }));
  await withProxy({ http_proxy: proxy.url }, async () => {
    const { http, close } = createHttp();
    const outside = await http({ method: 'GET', url: 'http://graph.invalid/a', headers: {} });
    const inside = await http({ method: 'GET', url: `${server.url}/b`, headers: {} });
    assert.deepEqual([outside.body, inside.body], ['from the proxy', 'from the server']);
    assert.deepEqual(
      proxy.requests.map(({ path }) => path),
      ['http://graph.invalid/a'],
    );
    await close();
  });
});

test('a proxy that refuses is named as the cause, and one that is no address is refused at once', async () => {
  const refusing = createServer().on('connect', (_request, socket) => {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const address = refusing.address();
  assert.ok(address && typeof address === 'object');
  await withProxy({ https_proxy: `http://user:canary@127.0.0.1:${address.port}` }, async () => {
    const { http, close } = createHttp();
    const request = { method: 'GET', url: 'https://graph.invalid/', headers: {} } as const;
    const error = await http(request).catch((failure: unknown) => failure);
    assert.match(String(error), /graph\.invalid:443 could not be reached: the proxy answered 407/);
    assert.doesNotMatch(String(error), /canary/);
    await close();
  });
  refusing.close();
  await withProxy({ https_proxy: 'proxy:8080' }, () => {
    assert.throws(() => createHttp(), /HTTPS_PROXY .* is no web address/);
  });
});

async function withProxy(variables: Record<string, string>, run: () => void | Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    await run();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
