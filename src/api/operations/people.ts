import type { SkuClass } from '../../domain/balance.ts';
import { rules } from '../../domain/findings/index.ts';
import type { Products } from '../../domain/products.ts';
import type { GroupId, Sku, SkuId, Source, TenantId } from '../../domain/records.ts';
import { nameOf, type ConnectedTenant } from '../../store/connections.ts';
import type { Store } from '../../store/open.ts';
import { generationAt, linesOf, skusOf, type Generation } from '../../store/read-balance.ts';
import { findUser, groupNames, people, publishingDates } from '../../store/read-people.ts';
import type { StoredUser } from '../../store/rows.ts';
import type { Person, PersonDetail, SeatSource, UserRequest, UsersRequest } from '../contract/people.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { skusWanted, tenantsNamed } from './find.ts';

/** People with their seats, tenants by name and people by theirs, as a stream. */
export async function* users(context: OperationsContext, request: UsersRequest): AsyncGenerator<Person> {
  const { store } = context;
  const rule = ruleNamed(request.finding);
  const tenants = await tenantsNamed(store, request.tenant);
  const products = await context.products();
  const wanted = await skusWanted(tenants, store, products, request.sku);
  for (const { tenant } of tenants) {
    const generation = await generationAt(tenant.tenantId, store);
    const skuIds = wanted?.get(tenant.tenantId);
    if (!generation || (wanted && !skuIds)) continue;
    const facts = await gather(generation, store, products);
    const filter = { ...(skuIds ? { skuIds } : {}), ...(request.search ? { search: request.search } : {}) };
    for await (const page of people(tenant.tenantId, store, filter)) {
      for (const user of page) {
        if (!rule || rule.find(user, facts).length > 0) yield personOf(user, facts);
      }
    }
  }
}

/** One person whole. @throws Refusal when no tenant asked for has it, or more than one. */
export async function user(context: OperationsContext, request: UserRequest): Promise<PersonDetail> {
  const { store } = context;
  const found: { readonly connected: ConnectedTenant; readonly person: StoredUser }[] = [];
  for (const connected of await tenantsNamed(store, request.tenant)) {
    const person = await findUser(connected.tenant.tenantId, store, request.id.trim());
    if (person) found.push({ connected, person });
  }
  const [one, ...others] = found;
  if (!one) {
    throw new Refusal(
      'wrong-input',
      `Nobody here is called "${request.id}". Give an object id or a principal name; \`seatledger users --search TEXT\` finds it.`,
    );
  }
  if (others.length > 0) {
    const names = found.map(({ connected }) => nameOf(connected.tenant)).join(', ');
    throw new Refusal(
      'wrong-input',
      `"${request.id}" is in several tenants (${names}); say which with --tenant.`,
    );
  }
  return detailOf(one.connected, one.person, context);
}

type Facts = {
  readonly tenantId: TenantId;
  readonly products: Products;
  readonly skus: ReadonlyMap<SkuId, Sku>;
  readonly classOf: (skuId: SkuId) => SkuClass;
  readonly groups: ReadonlyMap<GroupId, string>;
  readonly dates: ReadonlyMap<number, string>;
  /** The generation that opened the users: what it found has no date. */
  readonly openedIn: number | null;
};

async function gather(generation: Generation, store: Store, products: Products): Promise<Facts> {
  const lines = new Map(
    (await linesOf(generation, store)).map((line) => [line.skuId, line.class as SkuClass]),
  );
  return {
    tenantId: generation.tenantId,
    products,
    skus: await skusOf(generation, store),
    classOf: (skuId) => lines.get(skuId) ?? 'no-subscription',
    groups: await groupNames(generation.tenantId, store),
    dates: await publishingDates(generation.tenantId, store),
    openedIn: generation.resources.users.openedIn,
  };
}

function personOf(user: StoredUser, facts: Facts): Person {
  return {
    tenantId: facts.tenantId,
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    displayName: user.displayName,
    enabled: user.enabled,
    type: user.type,
    department: user.department,
    country: user.country,
    usageLocation: user.usageLocation,
    seats: user.seats.map((seat) => ({
      ...nameOfSku(seat.skuId, facts),
      sources: seat.sources.map((source) => sourceOf(source, facts)),
      state: seat.state,
      ...(seat.error === null ? {} : { error: seat.error }),
      since: seat.sinceIn === facts.openedIn ? null : (facts.dates.get(seat.sinceIn) ?? null),
    })),
    waiting: user.waiting.flatMap(({ skuId, source, error }) =>
      error === null ? [] : [{ ...nameOfSku(skuId, facts), ...groupOf(source, facts), error }],
    ),
  };
}

function nameOfSku(skuId: SkuId, { skus, products }: Facts) {
  const sku = skus.get(skuId);
  const known = { id: skuId, partNumber: sku?.partNumber ?? null, servicePlans: sku?.servicePlans ?? [] };
  const { name, partNumber } = products.product(known);
  return { skuId, skuPartNumber: known.partNumber ?? partNumber, productName: name };
}

function sourceOf(source: Source, facts: Facts): SeatSource {
  return { kind: source.kind, ...groupOf(source, facts) };
}

function groupOf(source: Source, { groups }: Facts): { groupId?: string; groupName?: string } {
  if (source.kind === 'direct') return {};
  const groupName = groups.get(source.groupId);
  return { groupId: source.groupId, ...(groupName === undefined ? {} : { groupName }) };
}

async function detailOf(
  { tenant }: ConnectedTenant,
  found: StoredUser,
  context: OperationsContext,
): Promise<PersonDetail> {
  const { store } = context;
  const generation = await generationAt(tenant.tenantId, store);
  const readAt = generation?.resources.users.readAt;
  if (!generation || !readAt) throw new Refusal('wrong-input', 'Nobody was collected yet.');
  const facts = await gather(generation, store, await context.products());
  const { mail, companyName, jobTitle, employeeId, employeeType, costCenter, division, hybrid, createdAt } =
    found;
  return {
    person: personOf(found, facts),
    tenantName: nameOf(tenant),
    mail,
    companyName,
    jobTitle,
    employeeId,
    employeeType,
    costCenter,
    division,
    hybrid,
    createdAt,
    asOf: readAt,
    findings: rules.flatMap((rule) =>
      rule.find(found, facts).map(({ evidence }) => ({ rule: rule.name, evidence })),
    ),
    disabledPlans: found.seats.flatMap(({ skuId, disabledPlans }) =>
      disabledPlans.map((planId) => ({ skuId, planId, planName: planNameOf(planId, skuId, facts) })),
    ),
  };
}

function planNameOf(planId: string, skuId: SkuId, { products, skus }: Facts): string {
  const own = skus.get(skuId)?.servicePlans.find((plan) => plan.id === planId)?.name;
  return products.planName(planId) ?? own ?? planId;
}

function ruleNamed(name: string | undefined) {
  if (name === undefined) return null;
  const rule = rules.find((one) => one.name === name.trim().toLowerCase());
  if (rule) return rule;
  const names = rules.map((one) => one.name).join(', ');
  throw new Refusal('wrong-input', `There is no finding "${name}". Known are: ${names}.`);
}
