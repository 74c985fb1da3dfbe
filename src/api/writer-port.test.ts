import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Refusal } from './contract/refusal.ts';
import type { Writer } from './writer.ts';
import { answerForWriter, remoteWriter, type Port } from './writer-port.ts';

function portOf(port: MessagePort): Port {
  return {
    send: (message) => port.postMessage(message),
    receive: (listener) => void port.on('message', listener),
  };
}

/** A writer reached through a real channel. */
function acrossChannel(writer: Partial<Writer>) {
  const { port1, port2 } = new MessageChannel();
  answerForWriter(portOf(port2), writer as Writer);
  return { writer: remoteWriter(portOf(port1)), [Symbol.dispose]: () => port1.close() };
}

test('a call crosses with its reports, in their order, before its answer', async () => {
  using across = acrossChannel({
    collect: async ({ tenant }, report) => {
      report({ type: 'kept', resource: 'users', reason: String(tenant) });
      report({ type: 'kept', resource: 'skus', reason: 'later' });
      return [];
    },
  });
  const reports: unknown[] = [];
  assert.deepEqual(await across.writer.collect({ tenant: 'a' }, (progress) => reports.push(progress)), []);
  assert.deepEqual(reports, [
    { type: 'kept', resource: 'users', reason: 'a' },
    { type: 'kept', resource: 'skus', reason: 'later' },
  ]);
});

test('a refusal crosses as the refusal that it is, and a failure as an error', async () => {
  using across = acrossChannel({
    removeTenant: () => Promise.reject(new Refusal('store', 'locked')),
    dropHeld: () => Promise.reject(new TypeError('broken')),
  });
  await assert.rejects(across.writer.removeTenant('a'), {
    name: 'Refusal',
    code: 'store',
    message: 'locked',
  });
  await assert.rejects(across.writer.dropHeld('a'), (error: Error) => {
    assert.ok(!(error instanceof Refusal));
    assert.match(error.message, /broken/);
    return true;
  });
});

test('answers find their calls whatever their order', async () => {
  const first = Promise.withResolvers<undefined>();
  using across = acrossChannel({
    dropHeld: async (tenant) => {
      if (tenant === 'first') await first.promise;
      else first.resolve(undefined);
    },
  });
  await Promise.all([across.writer.dropHeld('first'), across.writer.dropHeld('second')]);
});
