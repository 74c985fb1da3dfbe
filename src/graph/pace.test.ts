import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPace } from './pace.ts';
import { virtualClock } from './testing/server.ts';

test('takes at most a quarter of what Microsoft allows in ten seconds, by the size of the tenant', async () => {
  for (const [userCount, unitsPer10s] of [
    [undefined, 875],
    [49, 875],
    [50, 1250],
    [500, 1250],
    [501, 2000],
    [1_000_000, 2000],
  ] as const) {
    const clock = virtualClock();
    const pace = createPace({ clock, userCount });
    const start = clock.now().getTime();
    // One bucket is full at the start, so eleven of them take a hundred seconds.
    for (let taken = 0; taken < unitsPer10s * 11; taken += 5) await pace.turn(5);
    assert.ok(Math.abs(clock.now().getTime() - start - 100_000) < 1000, `${userCount} users`);
  }
});

test('a full bucket lets requests through at once', async () => {
  const clock = virtualClock();
  const pace = createPace({ clock });
  for (let request = 0; request < 100; request += 1) await pace.turn(3);
  assert.deepEqual(clock.waits, []);
});

test('a pause holds the next turn until its end, the longest counts', async () => {
  const clock = virtualClock();
  const pace = createPace({ clock });
  pace.pause(new Date(clock.now().getTime() + 30_000));
  pace.pause(new Date(clock.now().getTime() + 10_000));
  await pace.turn(1);
  assert.deepEqual(clock.waits, [30_000]);
  await pace.turn(1);
  assert.deepEqual(clock.waits, [30_000]);
});
