import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Secret } from './secret.ts';

test('F-LG-02: a secret has no string, JSON or inspect form', () => {
  const secret = new Secret('open sesame');
  const shown = [
    String(secret),
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ secret }, { depth: 5, showHidden: true }),
    Object.values(secret).join(),
    JSON.stringify(Object.getOwnPropertyNames(secret)),
  ];
  for (const form of shown) assert.doesNotMatch(form, /sesame/);
});

test('a secret is revealed only where it is asked to, and says how long it is', () => {
  const secret = new Secret('open sesame');
  assert.equal(secret.reveal(), 'open sesame');
  assert.equal(secret.length, 11);
});
