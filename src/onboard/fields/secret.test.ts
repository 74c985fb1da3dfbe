import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../../domain/secret.ts';
import { isShort, readSecret, resemblesPassword } from './secret.ts';

const value = 'q7V8Q~nZ3tGm.kW_0xLr5yBd2HsJcP4uEa9TfKiM';

function problem(raw: string): { code: string; message: string } {
  const field = readSecret(new Secret(raw));
  assert.ok(!field.ok, 'was accepted');
  assert.ok(raw.length < 8 || !field.problem.message.includes(raw.trim()), 'the secret is echoed');
  return field.problem;
}

function accepted(raw: string): { secret: string; codes: readonly string[] } {
  const field = readSecret(new Secret(raw));
  assert.ok(field.ok, field.ok ? '' : field.problem.message);
  for (const { message } of field.notes)
    assert.ok(!message.includes(field.value.reveal()), 'the secret is echoed');
  return { secret: field.value.reveal(), codes: field.notes.map((note) => note.code) };
}

test('takes a secret as Entra makes them without a word', () => {
  assert.deepEqual(accepted(value), { secret: value, codes: [] });
});

test('B-CS-01 knows the Secret ID before anyone is asked', () => {
  for (const raw of ['3f1c2a9e-52d1-4b7e-9c6d-0a1b2c3d4e5f', ' 3F1C2A9E-52D1-4B7E-9C6D-0A1B2C3D4E5F\n']) {
    assert.equal(problem(raw).code, 'B-CS-01');
    assert.match(problem(raw).message, /Secret ID.*Value/);
  }
  assert.equal(problem('CLIENT_SECRET=3f1c2a9e-52d1-4b7e-9c6d-0a1b2c3d4e5f').code, 'B-CS-01');
});

test('B-CS-04 remarks on a secret that is too short, with its length only', () => {
  const field = readSecret(new Secret('q7V8Q~nZ3tGm'));
  assert.ok(field.ok);
  assert.equal(field.notes[0]?.code, 'B-CS-04');
  assert.match(field.notes[0]?.message ?? '', /12 characters/);
  assert.equal(problem('').code, 'B-CS-04');
  assert.equal(problem(' \r\n').code, 'B-CS-04');
});

test('B-CS-05 removes white space around a secret and none inside', () => {
  assert.deepEqual(accepted(`${value}\r\n`), { secret: value, codes: ['B-CS-05'] });
  assert.deepEqual(accepted(`\uFEFF ${value} `), { secret: value, codes: ['B-CS-05'] });
  const spaced = value.replace('.', ' ');
  assert.equal(accepted(spaced).secret, spaced);
});

test('B-CS-06 takes characters that have a meaning in forms and addresses', () => {
  const odd = `${value.slice(0, 30)}+&%=+%2B==`;
  assert.deepEqual(accepted(odd), { secret: odd, codes: [] });
});

test('B-CS-07 knows the hidden display', () => {
  for (const raw of ['q7V******************', '••••••••••••', 'q7V8Q~nZ3tGm…']) {
    assert.equal(problem(raw).code, 'B-CS-07');
  }
});

test('B-CS-08 knows a certificate, a key and a file', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----';
  for (const raw of [pem, `MIIKCQIBAzCCCc8${'A0b'.repeat(200)}==`]) {
    assert.equal(problem(raw).code, 'B-CS-08');
    assert.match(problem(raw).message, /certificate or key.*certificate option/);
  }
  for (const raw of [
    '{"appId":"66666666-7777-4888-8999-00000000beef"}',
    'first line\nsecond line',
    'x'.repeat(1_000_000),
  ]) {
    assert.equal(problem(raw).code, 'B-CS-08');
    assert.match(problem(raw).message, /file with more than the secret/);
  }
});

test('B-CS-08 takes the value out of a setting or of what Azure CLI prints', () => {
  const taken = { secret: value, codes: ['B-CS-08'] };
  assert.deepEqual(accepted(`SECRET=${value}`), taken);
  assert.deepEqual(accepted(`export AZURE_CLIENT_SECRET="${value}"`), taken);
  assert.deepEqual(accepted(`AZURE_TENANT_ID=a\nAZURE_CLIENT_SECRET=${value}\nAZURE_CLIENT_ID=b`), taken);
  assert.deepEqual(accepted(JSON.stringify({ appId: 'a', password: value, tenant: 'b' })), taken);
});

test('B-CS-08 does not choose between two secrets', () => {
  assert.equal(problem(`OLD_SECRET=${value}\nNEW_SECRET=${value}`).code, 'B-CS-08');
});

test('B-CS-09 tells the password of a person from a secret', () => {
  assert.ok(resemblesPassword(new Secret('Summer2026!')));
  assert.ok(!resemblesPassword(new Secret('q7V8Q~nZ3tGm')));
  assert.ok(!resemblesPassword(new Secret(value)));
  assert.ok(isShort(new Secret('q7V8Q~nZ3tGm')));
});
