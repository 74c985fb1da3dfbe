import type { Store } from './open.ts';

/** A text that this data carries about itself, or null. */
export async function readMeta(store: Store, name: string): Promise<string | null> {
  const row = await store.db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** Keeps a text about this data, unless one of that name is kept already; gives back the one that is kept. */
export async function keepMeta(store: Store, name: string, value: string): Promise<string> {
  await store.db
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await readMeta(store, name)) ?? value;
}
