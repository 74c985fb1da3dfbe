import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { startSimulator } from './simulator.ts';
import { onlyTenant, signIn } from './testing/client.ts';

test('faults are placed, listed and cleared by name', async () => {
  await using simulator = await startSimulator({ users: 20 });
  const get = await signIn(simulator);
  const placed = await control(simulator.url, 'POST', 'faults', {
    name: 'forbid',
    arguments: ['/subscribedSkus'],
  });
  assert.equal((await get('/subscribedSkus')).status, 403);
  const listed = await control(simulator.url, 'GET', 'faults');
  assert.deepEqual(listed['faults'], [{ id: placed['id'], name: 'forbid' }]);
  await control(simulator.url, 'DELETE', `faults/${String(placed['id'])}`);
  assert.equal((await get('/subscribedSkus')).status, 200);
  const unknown = await control(simulator.url, 'POST', 'faults', { name: 'toString' });
  assert.match(String(unknown['error']), /no such fault/u);
});

test('changes and days are asked for over HTTP, and the truth after them', async () => {
  await using simulator = await startSimulator({ users: 50, tenants: 2 });
  const [, second] = simulator.tenants;
  assert.ok(second);
  const of = (what: string): string => `${what}?tenant=${second.domain}`;
  const added = await control(simulator.url, 'POST', of('change'), { name: 'addUser', arguments: [] });
  const truth = await control(simulator.url, 'GET', of('truth'));
  assert.deepEqual(truth, { users: 51, skus: second.truth() });
  await control(simulator.url, 'POST', of('change'), { name: 'removeUser', arguments: [added['result']] });
  assert.equal(second.userCount(), 50);

  const day = await control(simulator.url, 'POST', of('pass-day'));
  const [hired, left] = [day['hired'] as readonly string[], day['left'] as readonly string[]];
  assert.equal(second.userCount(), 50 + hired.length - left.length);
  const wrong = await control(simulator.url, 'POST', 'change', { name: 'removeUser', arguments: ['nobody'] });
  assert.match(String(wrong['error']), /no user nobody/u);
  assert.equal(onlyTenant(simulator).userCount(), 50);
});

test('as a process of its own it says where it is, and ends with its standard input or by SIGTERM', async () => {
  const stops: readonly ((child: ChildProcess) => void)[] = [
    (child) => child.stdin?.end(),
    (child) => child.kill('SIGTERM'),
  ];
  for (const stop of stops) {
    const main = new URL('main.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [main, '--users', '30', '--tenants', '2', '--seed', '4'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as readonly string[];
    const ready = JSON.parse(line ?? '') as { readonly url: string; readonly tenants: readonly object[] };
    assert.deepEqual((await control(ready.url, 'GET', 'tenants'))['tenants'], ready.tenants);
    assert.equal(ready.tenants.length, 2);
    stop(child);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  }
});

async function control(
  url: string,
  method: string,
  path: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${url}/_control/${path}`, { method, ...sent });
  return (await answer.json()) as Record<string, unknown>;
}
