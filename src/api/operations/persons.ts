import type { GroupId, Source } from '../../domain/records.ts';
import type { Generation } from '../../store/read-balance.ts';
import { groupNames, publishingDates } from '../../store/read-people.ts';
import type { StoredUser } from '../../store/rows.ts';
import type { Person, SeatSource } from '../contract/people.ts';
import type { OperationsContext } from './context.ts';
import { productNames } from './product-names.ts';

/** Users as people are shown, with the names of their products and groups, and the dates of their seats. */
export async function personsOf(
  context: OperationsContext,
  generation: Generation,
  users: readonly StoredUser[],
): Promise<readonly Person[]> {
  const names = await namesFor(context, generation, users);
  return users.map((user) => personOf(user, generation, names));
}

type Names = Awaited<ReturnType<typeof namesFor>>;

async function namesFor(context: OperationsContext, generation: Generation, users: readonly StoredUser[]) {
  const { store } = context;
  const { tenantId } = generation;
  const sources = users.flatMap(({ seats, waiting }) => [
    ...seats.flatMap((seat) => seat.sources),
    ...waiting.map(({ source }) => source),
  ]);
  const groupIds = sources.flatMap((source) => (source.kind === 'group' ? source.groupId : []));
  const sinceIn = users.flatMap(({ seats }) => seats.map((seat) => seat.sinceIn));
  return {
    product: await productNames(context, generation),
    groups: await groupNames(tenantId, store, [...new Set(groupIds)]),
    dates: await publishingDates(tenantId, store, [...new Set(sinceIn)]),
  };
}

function personOf(user: StoredUser, { tenantId, resources }: Generation, names: Names): Person {
  return {
    tenantId,
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    displayName: user.displayName,
    enabled: user.enabled,
    type: user.type,
    department: user.department,
    country: user.country,
    usageLocation: user.usageLocation,
    seats: user.seats.map(({ skuId, sources, state, error, sinceIn }) => ({
      skuId,
      ...names.product(skuId),
      sources: sources.map((source) => ({ kind: source.kind, ...groupOf(source, names.groups) })),
      state,
      ...(error === null ? {} : { error }),
      // What the opening found has no date.
      since: sinceIn === resources.users.openedIn ? null : (names.dates.get(sinceIn) ?? null),
    })),
    waiting: user.waiting.flatMap(({ skuId, source, error }) =>
      error === null ? [] : [{ skuId, ...names.product(skuId), ...groupOf(source, names.groups), error }],
    ),
  };
}

function groupOf(source: Source, groups: ReadonlyMap<GroupId, string>): Omit<SeatSource, 'kind'> {
  if (source.kind === 'direct') return {};
  const groupName = groups.get(source.groupId);
  return { groupId: source.groupId, ...(groupName === undefined ? {} : { groupName }) };
}
