import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Refusal } from '../../api/contract/refusal.ts';
import { quoted } from '../output/words.ts';

/** A file as it was read, and whether others on this machine can read it too. */
export type ReadFile = { readonly bytes: Buffer; readonly openToOthers: boolean };

const mostBytes = 1024 * 1024;

/**
 * Reads a file that holds a credential; `-` reads standard input.
 * Throws a `Refusal` that says what is wrong with it: missing, a folder, empty, larger than 1 MB.
 */
export async function readCredentialFile(path: string, what: string, stdin: Readable): Promise<ReadFile> {
  const read =
    path === '-' ? { bytes: await readAll(stdin, what), openToOthers: false } : await readPath(path, what);
  if (read.bytes.length > 0) return read;
  throw new Refusal('wrong-input', `${path === '-' ? 'Standard input' : path} is empty, expected ${what}.`);
}

/** Which command closes a file to others. */
export function closingCommand(path: string): string {
  return `chmod 600 ${quoted(path)}`;
}

async function readPath(path: string, what: string): Promise<ReadFile> {
  await using file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('wrong-input', `Cannot read ${path}: ${reasons[error.code ?? ''] ?? error.message}.`);
  });
  const stat = await file.stat();
  if (stat.isDirectory()) {
    throw new Refusal('wrong-input', `${path} is a folder, expected a file with ${what}.`);
  }
  if (stat.size > mostBytes) throw tooLarge(path, what);
  // Windows has no such bits; its files are closed by their folder.
  const openToOthers = process.platform !== 'win32' && (stat.mode & 0o044) !== 0;
  return { bytes: await file.readFile(), openToOthers };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
};

async function readAll(stdin: Readable, what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    // Without an encoding a stream hands out bytes, which its type leaves open.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > mostBytes) throw tooLarge('Standard input', what);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string, what: string): Refusal {
  return new Refusal('wrong-input', `${name} is larger than 1 MB, expected a few KB: ${what}.`);
}
