import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { sees } from '../../domain/access.ts';
import type { TenantId } from '../../domain/records.ts';
import { id } from '../../domain/testing.ts';
import { openAccessStore, type AccessStore } from '../../store/access/open.ts';
import { Refusal, type RefusalCode } from '../contract/refusal.ts';
import { createAccess, type Access } from './access.ts';
import type { AccessContext } from './context.ts';
import type { Origin } from './sessions.ts';

/** Two tenants, that answer to `contoso` and `fabrikam`. */
export const [contoso, fabrikam] = [id<TenantId>(1), id<TenantId>(2)];

/** A password that is long enough, and another. */
export const [password, otherPassword] = ['correct horse battery', 'staple horse correct'];

/** Someone who comes from an ordinary place. */
export const origin: Origin = { address: '192.0.2.1', client: 'Firefox', session: null };

/** The access of a new Seatledger, on a clock that stands still. */
export type Entrance = {
  readonly access: Access;
  readonly store: AccessStore;
  readonly dataDir: string;
  pass(milliseconds: number): void;
  /** As after a restart, with these parts another. */
  again(changes?: Partial<AccessContext>): Access;
};

export const minutes = (count: number): number => count * 60_000;

/** A test of that name over an empty store in a folder of its own; passwords cost next to nothing. */
export function withAccess(name: string, body: (entrance: Entrance) => Promise<void>): void {
  test(name, async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'seatledger-access-'));
    let time = Date.parse('2026-03-01T08:00:00Z');
    const now = () => new Date(time);
    const store = await openAccessStore({ file: path.join(dataDir, 'access.sqlite') }, now);
    const context: AccessContext = {
      store,
      now,
      random: randomBytes,
      dataDir,
      resolveTenants,
      passwordCost: { memory: 8, passes: 1, parallelism: 1 },
    };
    const again = (changes: Partial<AccessContext> = {}) => createAccess({ ...context, ...changes });
    try {
      await body({
        access: again(),
        store,
        dataDir,
        again,
        pass: (milliseconds) => void (time += milliseconds),
      });
    } finally {
      await store.close();
      await rm(dataDir, { recursive: true });
    }
  });
}

const resolveTenants: AccessContext['resolveTenants'] = async (names, caller) =>
  names.map((name) => {
    const found = new Map([
      ['contoso', contoso],
      ['fabrikam', fabrikam],
    ]).get(name);
    if (found !== undefined && sees(caller, found)) return found;
    throw new Refusal('not-found', `There is no tenant "${name}" here.`);
  });

/** For `assert.rejects`: a refusal of that code, with such words. */
export function refusal(code: RefusalCode, words = /./): (error: unknown) => boolean {
  return (error) => {
    if (error instanceof Refusal && error.code === code && words.test(error.message)) return true;
    throw error;
  };
}
