import type { Claims, TokenMint } from '../entra/access-token.ts';
import { graphAppId } from '../entra/token-endpoint.ts';
import { tenantNamed } from '../tenant.ts';
import type { Tenant } from '../tenant.ts';
import { GraphRefusal } from './errors.ts';

/** Who calls, and with which app roles: those in the token that are still granted. */
export type Caller = { readonly tenant: Tenant; readonly roles: ReadonlySet<string> };

/**
 * The caller behind an Authorization header.
 * @throws GraphRefusal 401 where there is none, or it is over, foreign or no longer known to the tenant.
 */
export function callerOf(
  authorization: string | undefined,
  origin: string,
  mint: TokenMint,
  tenants: readonly Tenant[],
  now: Date,
): Caller {
  const token = /^bearer (.+)$/iu.exec(authorization ?? '')?.[1]?.trim();
  if (!token) throw invalidToken('Access token is empty.');
  const claims = mint.read(token);
  if (!claims) throw foreign(token);
  if (!isForGraph(claims, origin)) throw invalidToken('Access token validation failure. Invalid audience.');
  if (now.getTime() >= claims.exp * 1000)
    throw invalidToken('Lifetime validation failed, the token is expired.');

  const tenant = tenantNamed(tenants, claims.tid);
  if (!tenant?.application.hasPrincipal || !claims.oid) {
    const text = 'The identity of the calling application could not be established.';
    throw new GraphRefusal(401, 'Authorization_IdentityNotFound', text);
  }
  if (!tenant.application.isEnabled) {
    throw new GraphRefusal(
      401,
      'Authorization_IdentityDisabled',
      'The identity of the calling application is disabled.',
    );
  }
  const granted = claims.roles?.filter((role) => tenant.application.roles.has(role)) ?? [];
  return { tenant, roles: new Set(granted) };
}

function foreign(token: string): GraphRefusal {
  const isJwt = token.split('.').length === 3;
  return invalidToken(
    isJwt
      ? 'Access token validation failure. Invalid signature.'
      : 'CompactToken parsing failed with error code: 80049217',
  );
}

function isForGraph(claims: Claims, origin: string): boolean {
  if (claims.aud === graphAppId) return true;
  return (
    URL.canParse(claims.aud) &&
    [new URL(origin).host, 'graph.microsoft.com'].includes(new URL(claims.aud).host)
  );
}

function invalidToken(message: string): GraphRefusal {
  return new GraphRefusal(401, 'InvalidAuthenticationToken', message);
}
