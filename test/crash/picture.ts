import type { Operations } from '../../src/api/contract/operations.ts';
import type { SimulatedTenant } from '../../src/simulator/simulator.ts';

/** Everything about a tenant that a reader can check: the units and holders of each SKU, and every person's licenses. */
export type Picture = {
  readonly skus: Readonly<Record<string, readonly (number | null)[]>>;
  readonly people: Readonly<Record<string, readonly (string | null)[]>>;
};

/** What Seatledger shows. */
export async function shown(operations: Operations): Promise<Picture> {
  const people = await Array.fromAsync(operations.users({}));
  return {
    skus: Object.fromEntries(
      (await operations.balance({})).map((line) => [
        line.skuId,
        [line.enabled, line.warning, line.suspended, line.lockedOut, line.consumed, line.counted],
      ]),
    ),
    people: Object.fromEntries(
      people.map(({ id, displayName, department, seats }) => [
        id,
        [displayName, department, ...seats.map(({ skuId }) => skuId).sort()],
      ]),
    ),
  };
}

/** What Microsoft handed out, by the simulator's own counters. */
export function handedOut(tenant: SimulatedTenant): Picture {
  const people: Record<string, readonly (string | null)[]> = {};
  for (let index = 0, left = tenant.userCount(); left > 0; index += 1) {
    const user = tenant.user(index);
    if (!user) continue;
    left -= 1;
    // The rows of the simulator are made as Graph documents them.
    const licenses = user['assignedLicenses'] as readonly { readonly skuId: string }[];
    people[String(user['id'])] = [
      textOf(user['displayName']),
      textOf(user['department']),
      ...licenses.map(({ skuId }) => skuId).sort(),
    ];
  }
  return {
    skus: Object.fromEntries(
      tenant
        .truth()
        .map((sku) => [
          sku.skuId,
          [sku.enabled, sku.warning, sku.suspended, sku.lockedOut, sku.consumed, sku.holders],
        ]),
    ),
    people,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
