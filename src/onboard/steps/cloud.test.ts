import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure, setUp, tokenRequests } from '../testing.ts';

test('B-CL-11 names host, port, error and proxy, without the password of the proxy', async () => {
  await using here = await setUp();
  const graphHost = 'http://127.0.0.1:9';
  const outcome = await here.connect({ graphHost }, { proxy: 'http://bob:hunter2@proxy.example:3128' });
  const { step, code, message } = failure(outcome, 'unreachable');
  assert.deepEqual([step, code], ['cloud', 'B-CL-11']);
  assert.match(
    message,
    /127\.0\.0\.1:9 could not be reached.*ECONNREFUSED.*through the proxy proxy\.example:3128/,
  );
  assert.doesNotMatch(message, /bob|hunter2/);
  assert.equal(tokenRequests(here.simulator), 0);
});
