import type { TenantId } from '../../domain/records.ts';
import { clouds, type Cloud } from '../../graph/clouds.ts';
import { discoverTenant } from '../../graph/discovery.ts';
import { MalformedAnswer, Unreachable } from '../../graph/errors.ts';
import type { TenantName } from '../fields/tenant-id.ts';
import { StepFailed, type ConnectContext } from '../step.ts';
import { listed } from '../words.ts';

/** The tenant by its GUID, and whether Seatledger has a connection to it already. */
export type FoundTenant = { readonly tenantId: TenantId; readonly replaces: boolean };

/**
 * Asks the cloud whether the tenant exists, and under which GUID.
 * @throws StepFailed saying where it lives instead, or that it looks like the client id.
 */
export async function findTenant(
  asked: { readonly tenant: TenantName; readonly clientId: string; readonly cloud: Cloud },
  context: Pick<ConnectContext, 'http' | 'known' | 'report'>,
): Promise<FoundTenant> {
  const { tenant, cloud } = asked;
  const name = tenant.kind === 'guid' ? tenant.guid : tenant.domain;
  const found = await discoverTenant(cloud, name, context.http);
  if (!found)
    throw new StepFailed('refused', [{ step: 'tenant', ...(await whyUnknown(name, asked, context)) }]);
  // A GUID that was given stands, whatever discovery says: sign-in and identity are then checked against it.
  const tenantId = (tenant.kind === 'guid' ? tenant.guid : found.tenantId) as TenantId;
  if (tenant.kind === 'domain') {
    const message = `${name} = ${tenantId}. This id is stored; please check that it is the tenant you mean.`;
    context.report({ step: 'tenant', result: 'note', code: 'B-TI-03', message });
  }
  const known = await context.known(tenantId);
  if (known) {
    const message = `Already added as "${known.name}" on ${known.addedAt.slice(0, 10)}: its credential will be replaced once all checks pass.`;
    context.report({ step: 'tenant', result: 'note', code: 'B-TI-11', message });
  }
  context.report({
    step: 'tenant',
    result: 'ok',
    message: `The tenant ${tenantId} exists in ${cloud.title}.`,
  });
  return { tenantId, replaces: known !== null };
}

async function whyUnknown(
  name: string,
  asked: { readonly tenant: TenantName; readonly clientId: string; readonly cloud: Cloud },
  { http }: Pick<ConnectContext, 'http'>,
): Promise<{ code: string; message: string }> {
  if (asked.tenant.kind === 'guid' && (await discoverTenant(asked.cloud, asked.clientId, http))) {
    return {
      code: 'B-TI-08',
      message: `The two ids look swapped: ${asked.clientId}, given as the client id, is a tenant. Exchange them.`,
    };
  }
  const home = await homeCloud(name, asked.cloud, http);
  if (home) {
    // Both clouds of the US Government sign in at one host, which does not say in which of them a tenant lives.
    const there = clouds.filter((cloud) => cloud.authorityHost === home.authorityHost);
    const titles = listed(
      there.map((cloud) => cloud.title),
      'or',
    );
    const names = listed(
      there.map((cloud) => `"${cloud.name}"`),
      'or',
    );
    return { code: 'B-CL-01', message: `This tenant lives in ${titles}. Choose the cloud ${names}.` };
  }
  const hint =
    asked.tenant.kind === 'guid'
      ? 'Object IDs of users, apps or groups do not work here.'
      : 'Only a verified domain of the tenant works.';
  return {
    code: 'B-TI-04',
    message: `No tenant "${name}" in ${asked.cloud.title}. Check the id (Entra admin center → Overview → Tenant ID), or choose another cloud. ${hint}`,
  };
}

/** The other of Microsoft's clouds that knows the tenant. A stand-in is on its own: Microsoft is not asked about it. */
async function homeCloud(name: string, asked: Cloud, http: ConnectContext['http']): Promise<Cloud | null> {
  if (asked.name === 'custom') return null;
  for (const cloud of clouds) {
    if (cloud.authorityHost === asked.authorityHost) continue;
    try {
      if (await discoverTenant(cloud, name, http)) return cloud;
    } catch (error) {
      // A firewall that opens the chosen cloud only is right to do so.
      if (!(error instanceof Unreachable || error instanceof MalformedAnswer)) throw error;
    }
  }
  return null;
}
