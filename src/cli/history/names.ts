import type { Entry } from '../../api/contract/ledger.ts';
import type { Operations } from '../../api/contract/operations.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import { personName } from '../people/words.ts';

/** Finds the names of what an entry is about, each looked up once. */
export type Names = {
  /** Person and product as far as the entry has them, empty where it has not; ids where there is no name. */
  of(entry: Entry): Promise<{ readonly person: string; readonly sku: string; readonly product: string }>;
};

/** Names as the operations know them now; who has left is named by the entry itself or by id. */
export async function createNames(operations: Operations): Promise<Names> {
  const lines = await operations.balance({});
  const products = new Map(lines.map((line) => [`${line.tenantId} ${line.skuId}`, line]));
  const people = new Map<string, string>();

  const person = async (entry: Entry, id: string): Promise<string> => {
    const key = `${entry.tenantId} ${id}`;
    const name = people.get(key) ?? nameInside(entry) ?? (await look(operations, entry.tenantId, id));
    people.set(key, name);
    return name;
  };
  return {
    of: async (entry) => {
      const product = products.get(`${entry.tenantId} ${entry.skuId}`);
      return {
        person: entry.userId === undefined ? '' : await person(entry, entry.userId),
        sku: product?.skuPartNumber ?? entry.skuId ?? '',
        product: product?.productName ?? '',
      };
    },
  };
}

function nameInside({ before, after }: Entry): string | undefined {
  for (const side of [after, before]) {
    if (typeof side !== 'object' || side === null || !('displayName' in side)) continue;
    if (typeof side.displayName === 'string') return side.displayName;
  }
  return undefined;
}

async function look(operations: Operations, tenant: string, id: string): Promise<string> {
  try {
    return personName((await operations.user({ tenant, id })).person);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return id;
    throw error;
  }
}
