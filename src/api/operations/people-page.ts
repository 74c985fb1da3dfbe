import type { UserId } from '../../domain/records.ts';
import { peoplePage as storedPage } from '../../store/read-people.ts';
import { countPeople, type PersonPlace } from '../../store/read-people-keys.ts';
import type { Person, UsersRequest } from '../contract/people.ts';
import type { Position } from '../http/cursors.ts';
import type { OperationsContext } from './context.ts';
import { pageOverTenants, type PageOf, type Paging } from './paging.ts';
import { peopleAsked, type PeopleAsked } from './people-asked.ts';
import { personsOf } from './persons.ts';

/** A page of people with their seats, tenants by name and people in the order asked for. */
export async function peoplePage(
  context: OperationsContext,
  request: UsersRequest & Paging,
): Promise<PageOf<Person>> {
  const { store } = context;
  const { asked, order } = await peopleAsked(context, request);
  const byTenant = new Map(asked.map((one) => [one.generation.tenantId, one]));
  const page = await pageOverTenants([...byTenant.keys()], request, async (tenantId, limit, after) => {
    const one = byTenant.get(tenantId);
    const place = after && placeOf(after);
    const found = one && (await storedPage(tenantId, store, one.filter, order, limit, place));
    if (!found) return null;
    return {
      items: await personsOf(context, one.generation, found.people),
      last: found.last && [found.last.id, found.last.openedIn],
      more: found.more,
    };
  });
  return request.after ? page : { ...page, total: await totalOf(context, asked) };
}

/** A position within a tenant: the id of the last user, and the version that stood there. */
function placeOf([id, openedIn]: Position): PersonPlace {
  return { id: String(id) as UserId, openedIn: Number(openedIn) };
}

async function totalOf({ store }: OperationsContext, asked: readonly PeopleAsked[]): Promise<number> {
  let total = 0;
  for (const { generation, filter } of asked) {
    const all = Object.keys(filter).length === 0 ? generation.resources.users.rows : null;
    total += all ?? (await countPeople(generation.tenantId, store, filter));
  }
  return total;
}
