import { rules } from '../../domain/findings/index.ts';
import type { TenantId, UserId } from '../../domain/records.ts';
import { generationAt, type Generation } from '../../store/read-balance.ts';
import {
  countFindings,
  departments,
  findingsAfter,
  peopleByRule,
  type FindingPlace,
  type StandingFinding,
} from '../../store/read-findings.ts';
import { publishingDates } from '../../store/read-people.ts';
import { countPeople } from '../../store/read-people-keys.ts';
import type { Finding, FindingsRequest, PeopleCounters } from '../contract/findings.ts';
import type { Position } from '../http/cursors.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed, tenantsNamed } from './find.ts';
import { pageOverTenants, type PageOf, type Paging } from './paging.ts';
import { ruleNamed } from './people-asked.ts';

const batch = 1000;
const mostDepartments = 200;

/** What is found, tenants by name and findings by rule, as a stream. */
export async function* findings(
  context: OperationsContext,
  request: FindingsRequest,
): AsyncGenerator<Finding> {
  const rule = ruleNamed(request.rule);
  for (const generation of await generationsOf(context, request.tenant)) {
    let after: FindingPlace | null = null;
    for (;;) {
      const page: readonly StandingFinding[] = await findingsAfter(
        generation.tenantId,
        context.store,
        rule,
        batch,
        after,
      );
      yield* await answersOf(context, generation, page);
      after = page.at(-1) ?? null;
      if (page.length < batch) break;
    }
  }
}

/** A page of what is found, tenants by name and findings by rule. */
export async function findingsPage(
  context: OperationsContext,
  request: FindingsRequest & Paging,
): Promise<PageOf<Finding>> {
  const { store } = context;
  const rule = ruleNamed(request.rule);
  const generations = await generationsOf(context, request.tenant);
  const byTenant = new Map(generations.map((generation) => [generation.tenantId, generation]));
  const page = await pageOverTenants([...byTenant.keys()], request, async (tenantId, limit, after) => {
    const generation = byTenant.get(tenantId);
    if (!generation) return null;
    const found = await findingsAfter(tenantId, store, rule, limit + 1, after && placeOf(after));
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await answersOf(context, generation, shown),
      last: last ? [last.rule, last.userId, last.skuId] : null,
      more: found.length > limit,
    };
  });
  return request.after ? page : { ...page, total: await totalOf(context, [...byTenant.keys()], rule) };
}

/** The counters of a tenant's people: all, those with a seat, those that each rule finds, and the departments. */
export async function peopleCounters(context: OperationsContext, tenant: string): Promise<PeopleCounters> {
  const { store } = context;
  const { tenantId } = (await tenantNamed(context, tenant)).tenant;
  const generation = await generationAt(tenantId, store);
  const found = await peopleByRule(tenantId, store);
  return {
    people: generation?.resources.users.rows ?? 0,
    licensed: await countPeople(tenantId, store, { licensed: true }),
    rules: rules.map(({ name, title, explain }) => ({ name, title, explain, people: found.get(name) ?? 0 })),
    departments: [...(await departments(tenantId, store, mostDepartments))],
  };
}

async function generationsOf(
  context: OperationsContext,
  tenant: string | undefined,
): Promise<readonly Generation[]> {
  const found = [];
  for (const { tenant: one } of await tenantsNamed(context, tenant)) {
    found.push(await generationAt(one.tenantId, context.store));
  }
  return found.filter((generation) => generation !== null);
}

async function answersOf(
  { store }: OperationsContext,
  { tenantId, resources }: Generation,
  found: readonly StandingFinding[],
): Promise<readonly Finding[]> {
  const dates = await publishingDates(tenantId, store, [...new Set(found.map(({ sinceIn }) => sinceIn))]);
  return found.map(({ userId, name, rule, skuId, evidence, sinceIn }) => ({
    tenantId,
    rule,
    subject: { kind: 'user', id: userId, name },
    ...(skuId === '' ? {} : { skuId }),
    evidence,
    // What the opening found has no date.
    since: sinceIn === resources.users.openedIn ? null : (dates.get(sinceIn) ?? null),
    state: 'open',
  }));
}

function placeOf([rule, userId, skuId]: Position): FindingPlace {
  return { rule: String(rule), userId: String(userId) as UserId, skuId: String(skuId) };
}

async function totalOf(
  { store }: OperationsContext,
  tenantIds: readonly TenantId[],
  rule: string | null,
): Promise<number> {
  let total = 0;
  for (const tenantId of tenantIds) total += await countFindings(tenantId, store, rule);
  return total;
}
