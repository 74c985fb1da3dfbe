import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** The right to write, held by at most one process; the operating system frees it when that process dies. */
export type FileLock = {
  /** True when this process holds it now. */
  take(): boolean;
  /** Who holds it, in words. */
  holder(): string;
  release(): void;
};

/**
 * A lock on a small SQLite file of its own: its exclusive transaction is a lock of the operating system
 * on every platform, which no crash can leave behind. Who holds it stands in a text beside it.
 */
export function createFileLock(path: string): FileLock {
  const note = `${path}.txt`;
  let held: DatabaseSync | null = null;
  return {
    take() {
      held ??= takeLock(path, note);
      return held !== null;
    },
    holder() {
      try {
        return readFileSync(note, 'utf8').trim();
      } catch {
        return 'another process';
      }
    },
    release() {
      if (!held) return;
      rmSync(note, { force: true });
      held.close();
      held = null;
    },
  };
}

function takeLock(path: string, note: string): DatabaseSync | null {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch {
    file.close();
    return null;
  }
  writeFileSync(note, `process ${process.pid}\n`, { mode: 0o600 });
  return file;
}
