import { statfs } from 'node:fs/promises';
import { nameOf, type ConnectedTenant } from '../../store/connections.ts';
import { generationAt } from '../../store/read-balance.ts';
import type { HealthCheck } from '../contract/tenants.ts';
import { asOf } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';

const dayMs = 24 * 60 * 60 * 1000;
const gib = 1024 ** 3;

/** Looks at the set-up: program, data, space, key, and each tenant's state, age and credential. */
export async function doctor(context: OperationsContext): Promise<readonly HealthCheck[]> {
  const { setup } = context;
  const tenants = await tenantsNamed(context, undefined);
  return [
    ok(
      'program',
      `Seatledger ${setup.version} on Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    ),
    database(context),
    await space(setup.dataDir),
    await key(context),
    tenants.length === 0
      ? {
          name: 'tenants',
          result: 'warning',
          message: 'No tenant is connected yet. First: seatledger connect',
        }
      : ok('tenants', `${tenants.length} connected`),
    ...(await Promise.all(tenants.map((tenant) => health(context, tenant)))).flat(),
  ];
}

function database({ setup, store }: OperationsContext): HealthCheck {
  const damage = store.engine.damage();
  if (damage === null) return ok('database', `${setup.database}, whole, its tables are up to date`);
  const message = `${setup.database} is damaged (${damage}). Restore it from a backup.`;
  return { name: 'database', result: 'failed', message };
}

async function space(dataDir: string): Promise<HealthCheck> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = (bavail * bsize) / gib;
  const message = `${free.toFixed(1)} GiB free at ${dataDir}`;
  return free < 1
    ? { name: 'space', result: 'warning', message: `${message}: make room before it runs out` }
    : ok('space', message);
}

async function key(context: OperationsContext): Promise<HealthCheck> {
  try {
    await context.vault();
    return ok('master key', `${context.setup.keyFile} opens the stored credentials`);
  } catch (error) {
    return {
      name: 'master key',
      result: 'failed',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

async function health(
  context: OperationsContext,
  { tenant, connection }: ConnectedTenant,
): Promise<HealthCheck[]> {
  const name = nameOf(tenant);
  const now = context.now().getTime();
  const checks: HealthCheck[] = [];
  if (tenant.refusedReason !== null)
    checks.push({ name, result: 'failed', message: `Microsoft refuses it: ${tenant.refusedReason}` });
  if (tenant.paused === 1)
    checks.push({
      name,
      result: 'warning',
      message: `Paused. To go on: seatledger tenants resume "${name}"`,
    });
  const generation = await generationAt(tenant.tenantId, context.store);
  const readAt = generation && asOf(generation);
  if (!readAt)
    checks.push({ name, result: 'warning', message: 'Never collected. First: seatledger collect' });
  else if (now - Date.parse(readAt) > dayMs) {
    checks.push({
      name,
      result: 'warning',
      message: `Its figures are of ${readAt}, older than a day. To read anew: seatledger collect --tenant "${name}"`,
    });
  } else checks.push(ok(name, `Figures of ${readAt}`));
  const days =
    connection.credentialEndsAt && Math.floor((Date.parse(connection.credentialEndsAt) - now) / dayMs);
  if (typeof days === 'number' && days < 30) {
    const when = days < 0 ? 'has ended' : `ends in ${days} days`;
    checks.push({
      name,
      result: days < 0 ? 'failed' : 'warning',
      message: `Its ${connection.credentialKind} ${when} (${connection.credentialEndsAt}). Make a new one in Entra and run seatledger connect again`,
    });
  }
  return checks;
}

function ok(name: string, message: string): HealthCheck {
  return { name, result: 'ok', message };
}
