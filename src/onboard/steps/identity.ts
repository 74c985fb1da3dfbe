import type { TenantId } from '../../domain/records.ts';
import { keepable } from '../../domain/text.ts';
import { isJson, type Json } from '../../graph/answers.ts';
import { MalformedAnswer, WrongTenant } from '../../graph/errors.ts';
import type { Token } from '../../graph/token.ts';
import { StepFailed, type ConnectContext } from '../step.ts';

/** How the tenant describes itself. */
export type TenantFacts = {
  readonly displayName: string | null;
  readonly countryCode: string | null;
  readonly defaultDomain: string | null;
  readonly domains: readonly string[];
  /** `AAD`, `AAD B2C`, `CIAM` or another word of Microsoft's. */
  readonly tenantType: string | null;
  /** Whether it has Entra ID P1 or P2; null when Microsoft did not say. */
  readonly premium: boolean | null;
};

/**
 * Sees to it that the token belongs to the tenant asked for.
 * @throws StepFailed when it names another.
 */
export function checkToken(tenantId: TenantId, token: Token, context: Pick<ConnectContext, 'log'>): void {
  if (token.tenantId !== null) requireSame(tenantId, token.tenantId, context);
}

/** The question that a tenant answers with its own id and name. */
export const organizationQuery = { path: '/organization', units: 1 };

/** What is said where everything but `/organization` may be read, so that nothing proves whose answers these are. */
export const unproven = {
  step: 'identity',
  message:
    'Microsoft Graph refuses /organization, so that nothing proves whose answers these are. Directory.Read.All or Organization.Read.All opens it.',
};

/**
 * Sees to it that `/organization` describes the tenant asked for.
 * @throws StepFailed when it describes another, MalformedAnswer when it describes none.
 */
export function checkOrganization(
  tenantId: TenantId,
  organization: Json,
  context: Pick<ConnectContext, 'log' | 'report'>,
): TenantFacts {
  const row = onlyRow(organization);
  requireSame(tenantId, text(row['id']) ?? 'without an id', context);
  const facts = factsIn(row);
  if (facts.tenantType !== null && /B2C|CIAM/i.test(facts.tenantType)) {
    const message = `This is a tenant for customers (${facts.tenantType}). It is supported with limits: change tracking is not available.`;
    context.report({ step: 'identity', result: 'note', code: 'B-TI-13', message });
  }
  const name = facts.displayName ?? 'a tenant without a name';
  context.report({ step: 'identity', result: 'ok', message: `The answers come from ${name} (${tenantId}).` });
  return facts;
}

function requireSame(expected: TenantId, found: string, { log }: Pick<ConnectContext, 'log'>): void {
  if (found.toLowerCase() === expected) return;
  const wrong = new WrongTenant(expected, found);
  log.warn({ tenant: expected, found }, 'answers belong to another tenant');
  const message = `${wrong.message}. If you did not mix up two tenants, something between here and Microsoft answers in its place: tell whoever looks after security.`;
  throw new StepFailed('refused', [{ step: 'identity', code: 'F-ID-09', message }]);
}

function onlyRow(answer: Json): Json {
  const [row] = objectsIn(answer['value']);
  if (row) return row;
  throw new MalformedAnswer('the answer to /organization describes no tenant', { retryable: false });
}

function factsIn(row: Json): TenantFacts {
  const domains = objectsIn(row['verifiedDomains']);
  const usual = domains.find((domain) => domain['isDefault'] === true);
  return {
    displayName: text(row['displayName']),
    countryCode: text(row['countryLetterCode']),
    defaultDomain: text(usual?.['name']),
    domains: domains.flatMap((domain) => text(domain['name']) ?? []),
    tenantType: text(row['tenantType']),
    premium: premiumIn(row['assignedPlans']),
  };
}

/** Service plans AAD_PREMIUM (P1) and AAD_PREMIUM_P2 of Microsoft's product catalogue. */
const premiumPlans = ['41781fb2-bc02-4b7c-bd55-b576c07bb09d', 'eec0eb4f-6444-4f95-aba0-50c24d67f998'];

function premiumIn(plans: unknown): boolean | null {
  if (!Array.isArray(plans)) return null;
  // Plans stay listed for years after their end, with another status.
  return objectsIn(plans).some(
    (plan) =>
      premiumPlans.includes(text(plan['servicePlanId']) ?? '') &&
      /^(enabled|warning)$/i.test(text(plan['capabilityStatus']) ?? ''),
  );
}

function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? keepable(value) : null;
}
