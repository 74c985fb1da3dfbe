import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TenantId } from '../domain/records.ts';
import { Secret } from '../domain/secret.ts';
import type { MasterKey } from './key-file.ts';
import { sealBytes, unsealBytes, type SealingKey } from './sealed.ts';

/** Where a sealed secret is kept; it opens nowhere else. */
export type Place = {
  readonly table: string;
  readonly column: string;
  readonly tenantId: TenantId;
  readonly recordId: string;
};

/** Where the credential of a tenant's connection is kept. */
export function placeOfCredential(tenantId: TenantId): Place {
  return { table: 'connection', column: 'sealed', tenantId, recordId: tenantId };
}

/** Seals secrets in two layers: the master key wraps a data key for each tenant, and that key seals its records. */
export type Vault = {
  /** Names the master key without telling anything of it. */
  readonly keyId: string;
  /** A fresh data key for one tenant, wrapped, as text for the database. */
  newDataKey(tenantId: TenantId): string;
  /** The secret as text for the database. @throws VaultRefusal when the data key does not open. */
  seal(wrappedDataKey: string, place: Place, secret: Secret): string;
  /** The secret again. @throws VaultRefusal when anything was changed or moved; it does not say what. */
  unseal(wrappedDataKey: string, place: Place, sealed: string): Secret;
  /** A text for the database by which the same master key is known again. */
  keyCheck(): string;
  /** Whether that text was made under this master key: ask before anything is written. */
  matches(keyCheck: string): boolean;
};

/** The vault under a master key. */
export function createVault(masterKey: MasterKey): Vault {
  const keyId = derived(masterKey, 'key id', 9).toString('base64url');
  const wrapping: SealingKey = { id: keyId, bytes: derived(masterKey, 'wrap data keys', 32) };
  const keyCheck = `v1|${derived(masterKey, 'key check', 32).toString('base64url')}`;

  function dataKey(wrapped: string, tenantId: TenantId): SealingKey {
    const bytes = unsealBytes(wrapping, ['data key', tenantId], wrapped);
    return { id: derived(bytes, 'data key id', 9).toString('base64url'), bytes };
  }

  return {
    keyId,
    newDataKey: (tenantId) => sealBytes(wrapping, ['data key', tenantId], randomBytes(32)),
    seal: (wrapped, place, secret) =>
      sealBytes(dataKey(wrapped, place.tenantId), placeParts(place), Buffer.from(secret.reveal())),
    unseal: (wrapped, place, sealed) =>
      new Secret(unsealBytes(dataKey(wrapped, place.tenantId), placeParts(place), sealed).toString()),
    keyCheck: () => keyCheck,
    matches: (other) => sameText(other, keyCheck),
  };
}

/** A key of its own for each purpose, so that none of them tells anything of another (HKDF, RFC 5869). */
function derived(key: MasterKey | Buffer, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `seatledger v1 ${purpose}`, length));
}

function placeParts(place: Place): readonly string[] {
  return [place.table, place.column, place.tenantId, place.recordId];
}

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
