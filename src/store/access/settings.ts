import type { AccessStore } from './open.ts';

/** Keeps a text under a name, unless one is kept there already; gives back the one that is kept. */
export async function keepSetting(store: AccessStore, name: string, value: string): Promise<string> {
  return store.exclusively(async (transaction) => {
    await transaction
      .insertInto('accessSetting')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const kept = await transaction
      .selectFrom('accessSetting')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return kept.value;
  });
}
