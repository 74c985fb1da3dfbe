import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { createOutput, OutputClosed } from './stream.ts';

test('a full stream holds the writer back until it is read', async () => {
  const taken: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => void taken.push(done),
  });
  const out = createOutput(stream);
  let written = false;
  const writing = out.write('x'.repeat(20_000)).then(() => (written = true));
  await new Promise(setImmediate);
  assert.equal(written, false);
  taken.shift()?.();
  assert.equal(await writing, true);
});

test('after the reader has gone the next write ends the list', async () => {
  const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(gone) });
  const out = createOutput(stream);
  await out.write('x');
  await assert.rejects(out.flush(), OutputClosed);
  await assert.rejects(out.flush(), OutputClosed);
});

test('a full disk is no closed reader', async () => {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const out = createOutput(new Writable({ write: (_chunk, _encoding, done) => done(full) }));
  await out.write('x');
  await assert.rejects(out.flush(), /no space left/);
});
