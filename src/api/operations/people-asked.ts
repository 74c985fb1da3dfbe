import { rules } from '../../domain/findings/index.ts';
import { generationAt, type Generation } from '../../store/read-balance.ts';
import { byName } from '../../store/read-people.ts';
import type { PeopleFilter, PeopleOrder } from '../../store/read-people-keys.ts';
import { peopleSorts, type UsersRequest } from '../contract/people.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { skusWanted, tenantsNamed } from './find.ts';

/** Which people of a tenant are asked for. */
export type PeopleAsked = { readonly generation: Generation; readonly filter: PeopleFilter };

/**
 * What a request for people asks of each tenant, by the names of these; tenants that have nothing of it are left out.
 * @throws Refusal for a tenant, SKU, finding or order that there is not
 */
export async function peopleAsked(
  context: OperationsContext,
  request: UsersRequest,
): Promise<{ readonly asked: readonly PeopleAsked[]; readonly order: PeopleOrder }> {
  const { store } = context;
  const { search, department, enabled, licensed } = request;
  const rule = ruleNamed(request.finding);
  const order = orderNamed(request.sort);
  const tenants = await tenantsNamed(context, request.tenant);
  const skus = await skusWanted(tenants, store, await context.products(), request.sku);
  const asked: PeopleAsked[] = [];
  for (const { tenant } of tenants) {
    const generation = await generationAt(tenant.tenantId, store);
    const skuIds = skus?.get(tenant.tenantId);
    if (!generation || (skus && !skuIds)) continue;
    const filter = {
      ...(skuIds ? { skuIds } : {}),
      ...(search ? { search } : {}),
      ...(department === undefined ? {} : { department }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(licensed === undefined ? {} : { licensed }),
      ...(rule === null ? {} : { rule }),
    };
    asked.push({ generation, filter });
  }
  return { asked, order };
}

/** The name of a rule as it is written; null without one. @throws Refusal when there is none of that name. */
export function ruleNamed(name: string | undefined): string | null {
  if (name === undefined) return null;
  const rule = rules.find((one) => one.name === name.trim().toLowerCase());
  if (rule) return rule.name;
  const names = rules.map((one) => one.name).join(', ');
  throw new Refusal('wrong-input', `There is no finding "${name}". Known are: ${names}.`);
}

const orders: Readonly<Record<(typeof peopleSorts)[number], PeopleOrder>> = {
  name: byName,
  '-name': { by: 'name', reverse: true },
  department: { by: 'department', reverse: false },
  '-department': { by: 'department', reverse: true },
  country: { by: 'country', reverse: false },
  '-country': { by: 'country', reverse: true },
};

function orderNamed(sort: UsersRequest['sort']): PeopleOrder {
  if (sort === undefined) return byName;
  if (peopleSorts.includes(sort)) return orders[sort];
  throw new Refusal(
    'wrong-input',
    `People cannot be sorted by "${sort}". Known are: ${peopleSorts.join(', ')}.`,
  );
}
