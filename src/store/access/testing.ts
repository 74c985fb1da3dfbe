import { test } from 'node:test';
import type { Location } from '../open.ts';
import { freshLocation } from '../testing.ts';
import { openAccessStore, type AccessStore } from './open.ts';

/** An empty store of who may call, which can be opened again as another process would. */
export type FreshAccess = {
  readonly store: AccessStore;
  readonly location: Location;
  reopen(): Promise<AccessStore>;
};

/** The moment at which these tests happen. */
export const testNow = '2026-03-01T08:00:00.000Z';

/** A test of that name on each engine. */
export function onBothEngines(name: string, body: (access: FreshAccess) => Promise<void>): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    test(`${name} (${engine})`, async () => {
      const { location, remove } = await freshLocation(engine);
      const opened: AccessStore[] = [];
      const open = async () => {
        const store = await openAccessStore(location, () => new Date(testNow));
        opened.push(store);
        return store;
      };
      try {
        await body({ store: await open(), location, reopen: open });
      } finally {
        for (const store of opened) await store.close();
        await remove();
      }
    });
  }
}
