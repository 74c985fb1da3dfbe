import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { decodeBase64url } from './base64url.ts';
import { refuseShared } from './own-file.ts';
import { VaultRefusal } from './refusal.ts';

/** The 32 bytes that everything sealed depends on; printing it shows nothing. */
export type MasterKey = KeyObject;

const label = 'seatledger-key-v1';
const keyBytes = 32;
/** Far more than a key file holds, so that a wrong path does not read a disk image. */
const largestKeyFileBytes = 1024;

/**
 * The master key kept at `keyPath`, made there first when it is missing and `create` is true.
 * Of any number of processes that make it at once, one wins and all get its key.
 * @throws VaultRefusal when the file is missing, not ours alone, no key, out of reach, or in the data directory.
 */
export function openKeyFile(
  keyPath: string,
  options: { readonly create: boolean; readonly dataDir: string },
): MasterKey {
  refuseInside(options.dataDir, keyPath);
  const key = readKeyFile(keyPath) ?? (options.create ? makeKeyFile(keyPath) : undefined);
  if (key) return key;
  throw new VaultRefusal(
    'key-missing',
    `There is no master key at ${keyPath}. The stored credentials cannot be opened without it. ` +
      'Put the key file back from your copy, or let SEATLEDGER_KEY_FILE name the place where it is.',
  );
}

/** A copy of the data must not carry its own key along. Links are followed before the paths are compared. */
function refuseInside(dataDir: string, keyPath: string): void {
  const way = path.relative(realPath(dataDir), realPath(keyPath));
  if (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way)) return;
  throw new VaultRefusal(
    'key-in-data-dir',
    `The key file ${keyPath} lies in the data directory ${dataDir}, so that a copy of the data would carry ` +
      'the key to its secrets. Keep it elsewhere and let SEATLEDGER_KEY_FILE name that place.',
  );
}

function realPath(some: string): string {
  const absolute = path.resolve(some);
  const parent = path.dirname(absolute);
  try {
    return fs.realpathSync(absolute);
  } catch {
    return parent === absolute ? absolute : path.join(realPath(parent), path.basename(absolute));
  }
}

function readKeyFile(keyPath: string): MasterKey | undefined {
  let file: number;
  try {
    // Without O_NONBLOCK a named pipe at this path would hold the start for ever.
    file = fs.openSync(keyPath, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw unreachable(keyPath, 'be read', error);
  }
  try {
    const facts = fs.fstatSync(file);
    if (!facts.isFile() || facts.size > largestKeyFileBytes) throw malformed(keyPath);
    // Windows has no modes and no user ids: there the folder of the user's profile keeps others out.
    if (process.geteuid) refuseShared(keyPath, facts, process.geteuid());
    return parseKey(keyPath, fs.readFileSync(file, 'utf8'));
  } finally {
    fs.closeSync(file);
  }
}

function parseKey(keyPath: string, text: string): MasterKey {
  const [word, encoded, ...more] = text.trim().split(' ');
  const bytes = word === label && more.length === 0 ? decodeBase64url(encoded ?? '') : undefined;
  if (bytes?.length !== keyBytes) throw malformed(keyPath);
  return createSecretKey(bytes);
}

function makeKeyFile(keyPath: string): MasterKey | undefined {
  const draft = `${keyPath}.${randomBytes(6).toString('hex')}.new`;
  try {
    fs.mkdirSync(path.dirname(keyPath), { recursive: true, mode: 0o700 });
    const file = fs.openSync(draft, 'wx', 0o600);
    try {
      fs.writeSync(file, `${label} ${randomBytes(keyBytes).toString('base64url')}\n`);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    // A link, unlike a rename, never replaces: the first of several makers wins, and its file is whole at once.
    fs.linkSync(draft, keyPath);
    syncFolder(path.dirname(keyPath));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw unreachable(keyPath, 'be made', error);
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return readKeyFile(keyPath);
}

/** The name of a new file survives a power cut only once its folder is on the disk; Windows cannot and need not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function malformed(keyPath: string): VaultRefusal {
  return new VaultRefusal(
    'key-malformed',
    `${keyPath} is not a Seatledger key file: it holds one line, ${label} and 43 characters. It was changed or cut ` +
      'short, or SEATLEDGER_KEY_FILE names another file. Put the key file back from your copy.',
  );
}

function unreachable(keyPath: string, what: string, error: unknown): VaultRefusal {
  return new VaultRefusal(
    'key-unreadable',
    `The key file ${keyPath} cannot ${what} (${errorCode(error)}). Check the rights of the user that runs ` +
      'Seatledger on this path, or let SEATLEDGER_KEY_FILE name another one.',
    { cause: error },
  );
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
