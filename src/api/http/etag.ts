import { createHash } from 'node:crypto';
import { publishedGenerations } from '../../store/generations.ts';
import type { Call } from '../route.ts';
import { tenantsNamed } from '../operations/find.ts';

/** A weak ETag of an answer that is made of published generations: it changes when one of them, the question or the program does. */
export async function etagOf(
  { context, form }: Pick<Call<unknown, unknown>, 'context' | 'form'>,
  url: string,
  tenant: string | undefined,
): Promise<string> {
  const asked = (await tenantsNamed(context, tenant)).map((one) => one.tenant.tenantId);
  const generations = await publishedGenerations(context.store, asked);
  // As JSON, where a name that someone chose cannot pass for another tenant's line.
  const made = JSON.stringify([context.setup.version, form, url, generations]);
  return `W/"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`;
}
