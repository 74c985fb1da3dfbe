import { instant } from '../../domain/instants.ts';
import { Secret } from '../../domain/secret.ts';
import { checkConnection, type CheckedConnection } from '../../onboard/connect.ts';
import type { ConnectInput } from '../../onboard/steps/input.ts';
import { connectedTenants, keepConnection, nameOf } from '../../store/connections.ts';
import { lockForWriting, type Store } from '../../store/open.ts';
import { placeOfCredential } from '../../vault/vault.ts';
import { Refusal } from '../contract/refusal.ts';
import type { ConnectAnswer, ConnectRequest, StepResult } from '../contract/tenants.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed } from './find.ts';
import { tenantAnswer } from './tenants.ts';

/** Checks what a person gave step by step, and keeps the connection when every step holds. */
export async function connect(
  context: OperationsContext,
  request: ConnectRequest,
  report: (step: StepResult) => void,
): Promise<ConnectAnswer> {
  lockForWriting(context.store);
  // Asked for first, so that a missing or wrong key ends it before anything is sent or written.
  await context.vault();
  const outcome = await checkConnection(inputOf(request), {
    ...(await context.outside()),
    known: (tenantId) => knownTenant(context.store, tenantId),
    report,
  });
  const steps = [...outcome.steps];
  if (!outcome.ok) return { connected: false, replaced: false, tenant: null, fault: outcome.fault, steps };
  await keep(context, outcome.connection);
  const kept = await tenantNamed(context, outcome.connection.tenantId);
  return {
    connected: true,
    replaced: outcome.replaces,
    tenant: await tenantAnswer(context, kept),
    fault: null,
    steps,
  };
}

function inputOf({ secret, certificate, ...same }: ConnectRequest): ConnectInput {
  return {
    ...same,
    ...(secret === undefined ? {} : { secret: new Secret(secret) }),
    ...(certificate === undefined ? {} : { certificate: certificateOf(certificate) }),
  };
}

function certificateOf(
  given: NonNullable<ConnectRequest['certificate']>,
): NonNullable<ConnectInput['certificate']> {
  // The route has put the file of a certificate made here in its place.
  if ('made' in given)
    throw new Refusal('wrong-input', 'That certificate is not here any more; make a new one.');
  const file = 'pem' in given ? Buffer.from(given.pem) : Buffer.from(given.pfx, 'base64');
  return { file, password: given.password === undefined ? undefined : new Secret(given.password) };
}

async function knownTenant(
  store: Store,
  tenantId: string,
): Promise<{ name: string; addedAt: string } | null> {
  const found = (await connectedTenants(store)).find(({ tenant }) => tenant.tenantId === tenantId);
  return found ? { name: nameOf(found.tenant), addedAt: found.tenant.addedAt } : null;
}

async function keep(context: OperationsContext, found: CheckedConnection): Promise<void> {
  const { tenantId, cloud, credential, organization } = found;
  const vault = await context.vault();
  const dataKey = vault.newDataKey(tenantId);
  await keepConnection(tenantId, context.store, {
    tenantId,
    clientId: found.clientId,
    cloud: cloud.name,
    authorityHost: cloud.authorityHost,
    graphHost: cloud.graphHost,
    credentialKind: credential.kind,
    credentialEndsAt: found.credentialEndsAt && instant(found.credentialEndsAt),
    dataKey,
    sealed: vault.seal(dataKey, placeOfCredential(tenantId), found.sealedForm),
    name: found.name,
    displayName: organization.displayName,
    domain: organization.defaultDomain,
    countryCode: organization.countryCode,
    tenantType: organization.tenantType,
  });
}
