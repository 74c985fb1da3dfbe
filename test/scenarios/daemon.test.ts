import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { createWorkplace, program, startNode, type Program, type Workplace } from '../process.ts';

// The daemon as a process, and commands that talk to it over HTTP.

const password = 'correct horse battery';

for (const engine of ['sqlite', 'postgres'] as const) {
  test(`the daemon collects by itself, and every command works against it (${engine})`, async () => {
    await using simulator = await startSimulator({ users: 60 });
    await using place = await createWorkplace(engine);
    await place.start(place.connecting(simulator)).done();
    await addOwner(place);
    const { daemon, url } = await serve(place);
    const token = place.write(
      'token',
      (await place.start(['token', 'create', 'nightly', '--role', 'admin']).done()).stdout,
    );
    const remotely = (...words: string[]) =>
      startNode([...program, ...words, '--server', url, '--token-file', token]);

    await until(async () => /published/.test((await remotely('runs', '--output', 'json').done()).stdout));
    for (const words of [['balance'], ['users'], ['ledger'], ['findings'], ['tenants'], ['runs']]) {
      const [here, there] = await Promise.all([
        place.start([...words, '--output', 'json']).done(),
        remotely(...words, '--output', 'json').done(),
      ]);
      assert.deepEqual(JSON.parse(there.stdout), JSON.parse(here.stdout), words.join(' '));
    }
    const collected = await remotely('collect').done();
    assert.match(collected.stderr, /people and their licenses: 60/);
    assert.match(collected.stdout, /nothing changed|Nothing changed|changed/i);
    const explained = await remotely('balance', '--explain', 'SPE_E5').done();
    assert.match(explained.stdout, /R1/);
    const unknown = await remotely('balance', '--tenant', 'nowhere.example').ended;
    assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /There is no tenant "nowhere.example" here/);

    daemon.kill('SIGTERM');
    assert.equal((await daemon.ended).code, 0);
    const gone = await remotely('balance').ended;
    assert.equal(gone.code, 1);
    assert.match(gone.stderr, /does not answer/);
  });
}

test('a command that writes beside a daemon is told who holds the data, and reads go on', async () => {
  await using simulator = await startSimulator({ users: 40 });
  await using place = await createWorkplace();
  await place.start(place.connecting(simulator)).done();
  await addOwner(place);
  const { daemon } = await serve(place);
  const refused = await place.start(['collect']).ended;
  assert.equal(refused.code, 5);
  assert.match(refused.stderr, /Another Seatledger works with this data: process \d+/);
  const second = await place.start(['serve', '--port', '0']).ended;
  assert.equal(second.code, 5);
  await place.start(['tenants']).done();
  daemon.kill('SIGTERM');
  await daemon.done();
});

test('a token, an address or a file that is none is said in one line, and no secret with it', async () => {
  await using place = await createWorkplace();
  const token = place.write('token', 'slt_secret-that-is-far-too-short\n');
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['--server', 'http://seats.contoso.com', '--token-file', token], /Use https/],
    [['--server', 'seats', '--token-file', token], /--server is "seats"/],
    [['--server', 'http://127.0.0.1:9'], /needs --token-file/],
    [['--server', 'http://127.0.0.1:9', '--token-file', `${token}x`], /cannot be read/],
  ];
  for (const [words, says] of wrong) {
    const { code, stderr } = await place.start(['balance', ...words]).ended;
    assert.equal(code, 2, stderr);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /secret-that/);
  }
});

test('SIGTERM while it collects ends the daemon, and the run is interrupted, not half published', async () => {
  await using simulator = await startSimulator({ users: 3000 });
  await using place = await createWorkplace();
  await place.start(place.connecting(simulator)).done();
  await addOwner(place);
  const { daemon } = await serve(place);
  daemon.kill('SIGTERM');
  assert.equal((await daemon.ended).code, 0);
  const [run] = JSON.parse((await place.start(['runs', '--output', 'json']).done()).stdout) as {
    state: string;
  }[];
  assert.ok(run === undefined || run.state === 'failed' || run.state === 'published');
  await place.start(['collect']).done();
  await place.start(['verify']).done();
});

test('the demo ends with a link that signs in once, and leaves nothing behind', async () => {
  await using place = await createWorkplace();
  const demo = place.start(['demo', '--users', '30', '--port', '0'], {}, undefined);
  const url = await said(demo, /(http:\/\/127\.0\.0\.1:\d+)\/sign-in#(\w+)/);
  const enter = () =>
    fetch(`${url[1]}/api/v1/sign-in/one-time`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-seatledger': '1' },
      body: JSON.stringify({ code: url[2] }),
    });
  const first = await enter();
  assert.equal(first.status, 200);
  assert.equal((await enter()).status, 401);
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const estate = await fetch(`${url[1]}/api/v1/estate`, { headers: { cookie } });
  const { items } = (await estate.json()) as { items: { trend: (number | null)[] }[] };
  assert.ok(items[0]?.trend.every((seats) => typeof seats === 'number'));
  demo.kill('SIGTERM');
  assert.equal((await demo.ended).code, 0);
});

async function addOwner(place: Workplace): Promise<void> {
  const file = place.write('password', password);
  await place.start(['account', 'add', 'Ana', '--role', 'owner', '--password-file', file]).done();
}

async function serve(place: Workplace): Promise<{ readonly daemon: Program; readonly url: string }> {
  const daemon = place.start(['serve', '--port', '0']);
  const [, url] = await said(daemon, /Listening on (http:\S+)/);
  return { daemon, url: url ?? '' };
}

/** What a program says on stderr that matches. @throws when it ends without. */
async function said(started: Program, pattern: RegExp): Promise<RegExpExecArray> {
  const found = await started.hears(pattern);
  if (found) return found;
  throw new Error(`It ended without saying ${pattern.source}: ${(await started.ended).stderr}`);
}

/** Asks again until it is so. */
async function until(question: () => Promise<boolean>): Promise<void> {
  while (!(await question()));
}
