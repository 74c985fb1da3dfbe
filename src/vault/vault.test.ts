import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import type { TenantId } from '../domain/records.ts';
import { Secret } from '../domain/secret.ts';
import { createVault, type Place } from './vault.ts';

const tenantA = '11111111-1111-1111-1111-111111111111' as TenantId;
const tenantB = '22222222-2222-2222-2222-222222222222' as TenantId;
const place: Place = { table: 'connection', column: 'credential', tenantId: tenantA, recordId: 'r1' };
const masterKey = createSecretKey(randomBytes(32));
const vault = createVault(masterKey);
const dataKey = vault.newDataKey(tenantA);
const damaged = { name: 'VaultRefusal', code: 'sealed-damaged' };

test('gives back what was sealed, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = vault.seal(dataKey, place, new Secret(text));
      assert.equal(createVault(masterKey).unseal(dataKey, place, sealed).reveal(), text);
    }),
    { numRuns: 50 },
  );
});

test('a sealed text shows its version and key ids and nothing of the secret', () => {
  const sealed = vault.seal(dataKey, place, new Secret('correct horse battery staple'));
  assert.match(dataKey, /^v1\|[\w-]{12}\|[\w-]{16}\|[\w-]{43}\|[\w-]{22}$/);
  assert.match(sealed, /^v1\|[\w-]{12}\|[\w-]{16}\|[\w-]{38}\|[\w-]{22}$/);
  assert.equal(dataKey.split('|')[1], vault.keyId);
  assert.doesNotMatch(sealed, /horse/);
});

test('nothing of the key is seen when the key or the vault is printed', () => {
  const bytes = masterKey.export();
  for (const shown of [
    inspect(masterKey),
    inspect(vault, { depth: 9 }),
    JSON.stringify({ masterKey, vault }),
  ]) {
    assert.ok(!shown.includes(bytes.toString('hex').slice(0, 8)));
    assert.ok(!shown.includes(bytes.toString('base64url').slice(0, 8)));
  }
});

test('S-TK-02 a sealed secret opens only at the place it was sealed for', () => {
  const sealed = vault.seal(dataKey, place, new Secret('s3cret'));
  const elsewhere: Place[] = [
    { ...place, table: 'token' },
    { ...place, column: 'password' },
    { ...place, recordId: 'r2' },
  ];
  for (const other of elsewhere) assert.throws(() => vault.unseal(dataKey, other, sealed), damaged);
});

test("S-TK-02 one tenant's secret does not open in another tenant's row, with either data key", () => {
  const sealed = vault.seal(dataKey, place, new Secret('s3cret'));
  const rowOfB = { ...place, tenantId: tenantB };
  assert.throws(() => vault.unseal(vault.newDataKey(tenantB), rowOfB, sealed), damaged);
  assert.throws(() => vault.unseal(dataKey, rowOfB, sealed), damaged);
  assert.throws(() => vault.unseal(vault.newDataKey(tenantA), place, sealed), damaged);
  assert.throws(() => vault.seal(dataKey, rowOfB, new Secret('s3cret')), damaged);
});

test('S-TK-03 any change of a sealed secret is refused, always in the same words', () => {
  const sealed = vault.seal(dataKey, place, new Secret('s3cret'));
  const [version = '', keyId = '', nonce = '', ciphertext = '', tag = ''] = sealed.split('|');
  const fourBytes = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
  const changed = [
    [version, keyId, nonce, ciphertext, fourBytes],
    [version, keyId, nonce, ciphertext, ''],
    [version, keyId, nonce, '', tag],
    [version, keyId, '', ciphertext, tag],
    [version, vault.keyId, nonce, ciphertext, tag],
    ['v2', keyId, nonce, ciphertext, tag],
    [version, keyId, nonce, ciphertext, tag, ''],
    [version, keyId, nonce, ciphertext],
    [''],
  ].map((parts) => parts.join('|'));
  for (let at = 0; at < sealed.length; at += 1) changed.push(withOtherCharacter(sealed, at));

  const messages = changed.map((text) => {
    try {
      return `opened: ${vault.unseal(dataKey, place, text).length}`;
    } catch (error) {
      return String(error);
    }
  });
  assert.equal(new Set(messages).size, 1);
  assert.match(messages[0] ?? '', /^VaultRefusal: A stored credential cannot be opened/);
});

test('S-TK-03 a changed data key is refused', () => {
  const sealed = vault.seal(dataKey, place, new Secret('s3cret'));
  for (let at = 0; at < dataKey.length; at += 1) {
    assert.throws(() => vault.unseal(withOtherCharacter(dataKey, at), place, sealed), damaged);
  }
});

test('S-TK-06 the key check knows the key again and no other', () => {
  const check = vault.keyCheck();
  const other = createVault(createSecretKey(randomBytes(32)));
  assert.equal(createVault(masterKey).matches(check), true);
  assert.equal(other.matches(check), false);
  assert.equal(vault.matches(''), false);
  assert.notEqual(other.keyId, vault.keyId);
  assert.throws(() => other.unseal(dataKey, place, vault.seal(dataKey, place, new Secret('x'))), damaged);
});

test('S-TK-04 no nonce comes twice in 10,000 sealings', () => {
  const secret = new Secret('s3cret');
  const nonces = Array.from({ length: 10_000 }, () => vault.seal(dataKey, place, secret).split('|')[2]);
  assert.equal(new Set(nonces).size, 10_000);
});

function withOtherCharacter(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}
