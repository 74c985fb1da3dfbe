import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decodeBase64url } from './base64url.ts';
import { VaultRefusal } from './refusal.ts';

const version = 'v1';
const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
/** Stated on every decryption: GCM knows tags of four bytes, and those can be guessed. */
const authTagLength = 16;

/** A key of 32 bytes under the name that the things sealed with it carry. */
export type SealingKey = { readonly id: string; readonly bytes: Buffer };

/**
 * `bytes` encrypted as the text `v1|key id|nonce|ciphertext|tag` (base64url), which opens only at the same `place`:
 * place, key id and version are authenticated along with it.
 */
export function sealBytes(key: SealingKey, place: readonly string[], bytes: Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key.bytes, nonce, { authTagLength });
  cipher.setAAD(boundTo(key, place));
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const parts = [nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [version, key.id, ...parts].join('|');
}

/**
 * What `sealBytes` was given.
 * @throws VaultRefusal one and the same for every way in which it may not fit, so that it teaches an attacker nothing.
 */
export function unsealBytes(key: SealingKey, place: readonly string[], sealed: string): Buffer {
  try {
    const [itsVersion, keyId, ...encoded] = sealed.split('|');
    const [nonce, ciphertext, tag, ...more] = encoded.map(decodeBase64url);
    if (itsVersion !== version || keyId !== key.id || !nonce || !ciphertext || !tag || more.length > 0)
      throw damaged();
    const decipher = createDecipheriv(cipherName, key.bytes, nonce, { authTagLength });
    decipher.setAAD(boundTo(key, place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw damaged();
  }
}

/** As a JSON list, since joined texts could mean two places. */
function boundTo(key: SealingKey, place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([version, key.id, ...place]));
}

function damaged(): VaultRefusal {
  return new VaultRefusal(
    'sealed-damaged',
    'A stored credential cannot be opened: it was changed, moved or sealed under another key. ' +
      'Connect its tenant again to enter the credential anew.',
  );
}
