import { generationAt, skusOf, type Generation } from '../../store/read-balance.ts';
import { nameOf, type ConnectedTenant } from '../../store/connections.ts';
import { findingsOf } from '../../store/read-findings.ts';
import { findUser, people } from '../../store/read-people.ts';
import type { StoredUser } from '../../store/rows.ts';
import type { Person, PersonDetail, UserRequest, UsersRequest } from '../contract/people.ts';
import { Refusal } from '../contract/refusal.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';
import { peopleAsked } from './people-asked.ts';
import { personsOf } from './persons.ts';

/** People with their seats, tenants by name and people in the order asked for, as a stream. */
export async function* users(context: OperationsContext, request: UsersRequest): AsyncGenerator<Person> {
  const { asked, order } = await peopleAsked(context, request);
  for (const { generation, filter } of asked) {
    for await (const page of people(generation.tenantId, context.store, filter, order)) {
      yield* await personsOf(context, generation, page);
    }
  }
}

/** One person whole. @throws Refusal when no tenant asked for has it, or more than one. */
export async function user(context: OperationsContext, request: UserRequest): Promise<PersonDetail> {
  const { store } = context;
  const found: { readonly connected: ConnectedTenant; readonly person: StoredUser }[] = [];
  for (const connected of await tenantsNamed(context, request.tenant)) {
    const person = await findUser(connected.tenant.tenantId, store, request.id.trim());
    if (person) found.push({ connected, person });
  }
  const [one, ...others] = found;
  if (!one) {
    throw new Refusal(
      'not-found',
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

async function detailOf(
  { tenant }: ConnectedTenant,
  found: StoredUser,
  context: OperationsContext,
): Promise<PersonDetail> {
  const { store } = context;
  const generation = await generationAt(tenant.tenantId, store);
  const readAt = generation?.resources.users.readAt;
  const [person] = generation ? await personsOf(context, generation, [found]) : [];
  if (!generation || !readAt || !person) throw new Refusal('not-found', 'Nobody was collected yet.');
  const { mail, companyName, jobTitle, employeeId, employeeType, costCenter, division, hybrid, createdAt } =
    found;
  return {
    person,
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
    findings: [...(await findingsOf(tenant.tenantId, store, found.id))],
    disabledPlans: [...(await disabledPlansOf(found, generation, context))],
  };
}

async function disabledPlansOf(
  { seats }: StoredUser,
  generation: Generation,
  context: OperationsContext,
): Promise<PersonDetail['disabledPlans']> {
  const disabled = seats.flatMap(({ skuId, disabledPlans }) =>
    disabledPlans.map((planId) => ({ skuId, planId })),
  );
  if (disabled.length === 0) return [];
  const products = await context.products();
  const skus = await skusOf(generation, context.store);
  return disabled.map(({ skuId, planId }) => {
    const own = skus.get(skuId)?.servicePlans.find((plan) => plan.id === planId)?.name;
    return { skuId, planId, planName: products.planName(planId) ?? own ?? planId };
  });
}
