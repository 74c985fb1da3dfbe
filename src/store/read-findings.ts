import { sql } from 'kysely';
import type { TenantId, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';

/** A finding as it stands, with the name of the user that it is about and the generation since which it stands. */
export type StandingFinding = {
  readonly userId: UserId;
  readonly name: string | null;
  readonly rule: string;
  /** Empty where it concerns no SKU. */
  readonly skuId: string;
  readonly evidence: string;
  readonly sinceIn: number;
};

/** The place of a finding in their list. */
export type FindingPlace = Pick<StandingFinding, 'rule' | 'userId' | 'skuId'>;

/** Up to so many findings of a tenant by rule, user and SKU, from the first or after a place. */
export async function findingsAfter(
  tenantId: TenantId,
  store: Store,
  rule: string | null,
  limit: number,
  after: FindingPlace | null,
): Promise<readonly StandingFinding[]> {
  const { rows } =
    await sql<StandingFinding>`select finding.user_id, "user".display_name as name, finding.rule,
      finding.sku_id, finding.evidence, finding.since_in
    from finding join "user" on "user".tenant_id = finding.tenant_id and "user".id = finding.user_id
      and "user".closed_in is null
    where finding.tenant_id = ${tenantId} and finding.closed_in is null
      ${rule === null ? sql`` : sql`and finding.rule = ${rule}`}
      ${after ? sql`and (finding.rule, finding.user_id, finding.sku_id) > (${after.rule}, ${after.userId}, ${after.skuId})` : sql``}
    order by finding.rule, finding.user_id, finding.sku_id limit ${limit}`.execute(store.db);
  return rows;
}

/** How many findings there are. */
export async function countFindings(tenantId: TenantId, store: Store, rule: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from finding
    where tenant_id = ${tenantId} and closed_in is null
      ${rule === null ? sql`` : sql`and rule = ${rule}`}`.execute(store.db);
  return rows[0]?.count ?? 0;
}

/** What is found about one user, by rule and SKU. */
export async function findingsOf(
  tenantId: TenantId,
  store: Store,
  userId: UserId,
): Promise<readonly { readonly rule: string; readonly evidence: string }[]> {
  return store.db
    .selectFrom('finding')
    .select(['rule', 'evidence'])
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .where('closedIn', 'is', null)
    .orderBy('rule')
    .orderBy('skuId')
    .execute();
}

/** How many people each rule finds. */
export async function peopleByRule(tenantId: TenantId, store: Store): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ rule: string; count: number }>`select rule, count(distinct user_id) as count
    from finding where tenant_id = ${tenantId} and closed_in is null group by rule`.execute(store.db);
  return new Map(rows.map(({ rule, count }) => [rule, count]));
}

/** The departments by how many people they have, the largest first. */
export async function departments(
  tenantId: TenantId,
  store: Store,
  limit: number,
): Promise<readonly { readonly name: string; readonly people: number }[]> {
  const { rows } = await sql<{ name: string; people: number }>`select department as name, count(*) as people
    from "user" where tenant_id = ${tenantId} and closed_in is null and department is not null
    group by department order by people desc, name limit ${limit}`.execute(store.db);
  return rows;
}
