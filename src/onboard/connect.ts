import type { TenantId } from '../domain/records.ts';
import type { Secret } from '../domain/secret.ts';
import type { Cloud } from '../graph/clouds.ts';
import type { Credential } from '../graph/credential.ts';
import { createGraph } from '../graph/graph.ts';
import { toSealedForm } from '../graph/sealed-form.ts';
import { createTokenSource } from '../graph/token.ts';
import { outage } from './outage.ts';
import { createPatience } from './patience.ts';
import { neededPermissions } from './permissions.ts';
import { probePatiently } from './probe.ts';
import { StepFailed, type ConnectContext, type Fault, type StepResult } from './step.ts';
import { checkCloud } from './steps/cloud.ts';
import {
  checkOrganization,
  checkToken,
  organizationQuery,
  unproven,
  type TenantFacts,
} from './steps/identity.ts';
import { checkInput, type ConnectInput } from './steps/input.ts';
import { credentialEnd } from './steps/own-credential.ts';
import { checkPermissions, stepOf, tryPermissions } from './steps/permissions.ts';
import { signIn } from './steps/sign-in.ts';
import { countUsers, showTenant } from './steps/summary.ts';
import { findTenant } from './steps/tenant.ts';

/** A tenant that passed every check, ready to be kept. */
export type CheckedConnection = {
  readonly tenantId: TenantId;
  readonly clientId: string;
  readonly cloud: Cloud;
  readonly credential: Credential;
  /** The credential as the one text that is sealed and kept. */
  readonly sealedForm: Secret;
  /** The name that was given; null leaves the tenant its own. */
  readonly name: string | null;
  readonly organization: TenantFacts;
  readonly userCount: number | null;
  /** App permissions in the token; null where it cannot be read. */
  readonly roles: readonly string[] | null;
  readonly credentialEndsAt: Date | null;
};

/** How connecting ended, with everything that was said on the way. */
export type ConnectOutcome =
  | {
      readonly ok: true;
      readonly connection: CheckedConnection;
      /** True where the tenant is known already and gets a new credential. */
      readonly replaces: boolean;
      readonly steps: readonly StepResult[];
    }
  | { readonly ok: false; readonly fault: Fault; readonly steps: readonly StepResult[] };

/**
 * Checks what a person gave to connect a tenant, step by step in the order in which one thing hangs on another, up to
 * the first step that fails. Nothing is stored and nothing is changed, here or at Microsoft.
 */
export async function checkConnection(input: ConnectInput, context: ConnectContext): Promise<ConnectOutcome> {
  const steps: StepResult[] = [];
  const report = (step: StepResult) => {
    steps.push(step);
    context.report(step);
  };
  try {
    return { ok: true, ...(await allSteps(input, { ...context, report })), steps };
  } catch (error) {
    const failed = error instanceof StepFailed ? error : outage(openStep(steps), error, context.proxy);
    if (!failed) throw error;
    failed.steps.forEach(report);
    return { ok: false, fault: failed.fault, steps };
  }
}

async function allSteps(
  input: ConnectInput,
  context: ConnectContext,
): Promise<{ connection: CheckedConnection; replaces: boolean }> {
  const asked = checkInput(input, context);
  const { clientId, cloud, credential } = asked;
  await checkCloud(cloud, context);
  const { tenantId, replaces } = await findTenant(asked, context);

  const app = { cloud, tenantId, clientId, credential };
  const source = createTokenSource({ ...app, http: context.http, now: context.now });
  const graph = createGraph({ ...context, cloud, token: source, clock: context });
  const patience = createPatience(input.wait ?? false, context);

  checkToken(tenantId, await signIn(app, source, patience, context), context);
  const organization = await probePatiently(graph, organizationQuery, { source, patience, step: 'identity' });
  const facts = organization.granted ? checkOrganization(tenantId, organization.answer, context) : null;
  const tried = await tryPermissions(graph, source, patience);
  const { roles } = await source();
  checkPermissions({ tried, roles, place: app }, patience, context);
  if (!facts) throw new StepFailed('refused', [unproven]);

  const credentialEndsAt = await credentialEnd(graph, app, context);
  const userCount = await countUsers(graph);
  showTenant({ tenantId, facts, userCount }, roles, context);
  const name = input.name?.trim() || null;
  const connection = {
    ...app,
    sealedForm: toSealedForm(credential),
    name,
    organization: facts,
    userCount,
    roles,
    credentialEndsAt,
  };
  return { connection, replaces };
}

const order = ['cloud', 'tenant', 'app', 'identity', ...neededPermissions.map(stepOf)];

/** The step that was under way: the first that has not been passed. */
function openStep(steps: readonly StepResult[]): string {
  const passed = new Set(steps.filter(({ result }) => result === 'ok').map(({ step }) => step));
  return order.find((step) => !passed.has(step)) ?? 'summary';
}
