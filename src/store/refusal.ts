/** The local store says no: locked, damaged, of another version, or sealed with another key. */
export class Refusal extends Error {
  override readonly name = 'StoreRefusal';
}

/** A newer run of the same tenant has begun; this one may write no more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';

  constructor() {
    super('a newer collection of this tenant has begun, so this one was stopped');
  }
}

/** Damage that shows only when a part of the SQLite file is read, as a refusal; null for any other error. */
export function damage(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  // The low byte of SQLITE_CORRUPT and SQLITE_NOTADB: https://sqlite.org/rescode.html
  if (![11, 26].includes(Number(error.errcode) & 0xff)) return null;
  return new Refusal(`The database is damaged (${error.message}). Restore it from a backup.`, {
    cause: error,
  });
}
