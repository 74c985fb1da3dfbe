import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphError, PutOff, Unreachable } from '../graph/errors.ts';
import { outage } from './outage.ts';

function graphError(httpStatus: number): GraphError {
  return new GraphError(`Microsoft Graph answered with ${httpStatus}`, {
    httpStatus,
    code: '',
    requestId: null,
  });
}

test('blames the way to a host that does not answer, and not the way to one in trouble', () => {
  const cut = new Unreachable('graph.example', 'graph.example:443 could not be reached', {
    cause: new Error('cut'),
  });
  assert.match(
    outage('cloud', cut, undefined)?.message ?? '',
    /directly; no proxy is set.*firewall or proxy/,
  );
  const troubled = new Unreachable('login.example', 'login.example answered 500');
  assert.doesNotMatch(outage('tenant', troubled, undefined)?.message ?? '', /firewall/);
});

test('says when to try again where Microsoft asks for patience', () => {
  const until = new Date('2026-11-24T12:30:00Z');
  const failed = outage('identity', new PutOff(until), undefined);
  assert.equal(failed?.fault, 'unreachable');
  assert.match(failed?.message ?? '', /wait until 2026-11-24T12:30:00/);
});

test('tells trouble that passes from a refusal', () => {
  assert.equal(outage('identity', graphError(503), undefined)?.fault, 'unreachable');
  assert.equal(outage('identity', graphError(401), undefined)?.fault, 'refused');
});

test('leaves an error of our own alone', () => {
  assert.equal(outage('identity', new TypeError('ours'), undefined), null);
});
