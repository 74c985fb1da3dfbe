import { generationAt } from '../../store/read-balance.ts';
import { asOf } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenantsNamed } from './find.ts';

/** The age of the oldest figures of a tenant, or of all that the caller sees; null before anything was read. */
export async function ageOf(context: OperationsContext, tenant: string | undefined): Promise<string | null> {
  const ages: string[] = [];
  for (const { tenant: one } of await tenantsNamed(context, tenant)) {
    const generation = await generationAt(one.tenantId, context.store);
    const age = generation && asOf(generation);
    if (age) ages.push(age);
  }
  return ages.sort()[0] ?? null;
}
