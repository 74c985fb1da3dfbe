import { isJson, malformed, parsedOrNull } from './answers.ts';
import type { Cloud } from './clouds.ts';
import { Unreachable } from './errors.ts';
import type { Http } from './http.ts';

/**
 * The tenant that a GUID or a domain means, or null where this cloud has none such; asked without signing in.
 * @throws Unreachable (also for a host in trouble), MalformedAnswer
 */
export async function discoverTenant(
  cloud: Cloud,
  tenantOrDomain: string,
  http: Http,
): Promise<{ readonly tenantId: string } | null> {
  const answer = await http({
    method: 'GET',
    url: `${cloud.authorityHost}/${encodeURIComponent(tenantOrDomain)}/v2.0/.well-known/openid-configuration`,
    headers: { accept: 'application/json' },
  });
  if (answer.status === 400 || answer.status === 404) return null;
  if (answer.status !== 200) {
    const { host } = new URL(cloud.authorityHost);
    throw new Unreachable(
      host,
      `${host} answered ${answer.status} when asked for the tenant; try again later`,
    );
  }
  const tenantId = tenantOf(parsedOrNull(answer.body));
  if (!tenantId) throw malformed('names no tenant', answer.body);
  return { tenantId };
}

/** The GUID in the issuer, such as `https://login.microsoftonline.com/{tenant}/v2.0`. */
function tenantOf(document: unknown): string | undefined {
  const issuer = isJson(document) ? document['issuer'] : undefined;
  if (typeof issuer !== 'string') return undefined;
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(issuer)?.[0].toLowerCase();
}
