import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt, loggedPath, redact } from './redact.ts';

test('takes tokens, secrets, addresses and the values of members out of a text', () => {
  const token = 'eyJhbGciOiJub25lIn0.eyJ0aWQiOiJ4In0.c2ln';
  assert.equal(redact(`Bearer ${token} failed`), 'Bearer [token] failed');
  assert.equal(redact('client_secret=abc~1&client_id=x'), 'client_secret=[secret]&client_id=x');
  assert.equal(redact('user ann@contoso.com is unknown'), 'user [address] is unknown');
  assert.equal(
    redact('{"@odata.context":"c","displayName":"Ann \\"A\\" Lee","error":"e","n":1,"mail":"an'),
    '{"@odata.context":"c","displayName":"…","error":"e","n":1,"mail":"…"',
  );
});

test('an excerpt is short, and never the half of a value that was cut', () => {
  const body = `{"value":[${'{"displayName":"Ann Lee"},'.repeat(500)}`;
  assert.ok(excerpt(body).length <= 200);
  assert.doesNotMatch(excerpt(body), /Ann/);
  assert.doesNotMatch(excerpt(`{"displayName":"${'Ann '.repeat(1000)}`), /Ann/);
});

test('looks at the start of a text alone, however long it is', () => {
  assert.equal(redact('x'.repeat(5_000_000)).length, 2000);
});

test('logs of a request its path and the names of its parameters', () => {
  assert.equal(
    loggedPath("https://graph.microsoft.com/v1.0/users?$filter=mail%20eq%20'a@b.c'&$select=id"),
    '/v1.0/users?$filter&$select',
  );
  assert.equal(loggedPath('https://graph.microsoft.com/v1.0/users/ann@contoso.com'), '/v1.0/users/[address]');
  assert.equal(
    loggedPath('https://graph.microsoft.com/v1.0/users/ann%40contoso.com'),
    '/v1.0/users/[address]',
  );
});
