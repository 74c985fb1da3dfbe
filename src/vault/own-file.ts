import { VaultRefusal } from './refusal.ts';

/**
 * Refuses a key file that anyone but the user `self` may read or change, with the command that mends it.
 * @throws VaultRefusal with the code `key-readable-by-others`.
 */
export function refuseShared(
  path: string,
  facts: { readonly mode: number; readonly uid: number },
  self: number,
): void {
  if (facts.uid !== self) {
    throw new VaultRefusal(
      'key-readable-by-others',
      `The key file ${path} belongs to the user with the id ${facts.uid}, and Seatledger runs as ${self}. ` +
        `Run it as that user, or take the file over with: chown ${self} ${quoted(path)} && chmod 600 ${quoted(path)}`,
    );
  }
  if ((facts.mode & 0o077) !== 0) {
    const mode = (facts.mode & 0o777).toString(8).padStart(4, '0');
    throw new VaultRefusal(
      'key-readable-by-others',
      `Other users of this machine may use the key file ${path} (its mode is ${mode}). ` +
        `Close it to them with: chmod 600 ${quoted(path)}`,
    );
  }
}

/** The path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
