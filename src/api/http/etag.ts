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
  const made = [context.setup.version, form, url, ...generations.map((one) => one.join(':'))];
  return `W/"${createHash('sha256').update(made.join('\n')).digest('base64url').slice(0, 22)}"`;
}
