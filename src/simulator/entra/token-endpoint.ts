import { randomUUID } from 'node:crypto';
import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Tenant } from '../tenant.ts';
import type { TokenMint } from './access-token.ts';
import { refusalOfAssertion } from './assertion.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';

/** A token request as it arrived. */
export type TokenRequest = {
  readonly origin: string;
  readonly form: URLSearchParams;
  /** The `Authorization` header, for a secret sent as HTTP Basic. */
  readonly authorization: string | undefined;
  readonly now: Date;
};

/** A token for a request that is right in every way, or the first thing that is wrong with it. */
export function token(
  tenant: Tenant,
  request: TokenRequest,
  mint: TokenMint,
  seconds: number,
): { readonly answer: Answer } | { readonly refusal: Refusal } {
  const form = withBasic(request);
  const refusal = refusalOf(tenant, form, request);
  if (refusal) return { refusal };

  const { application } = tenant;
  const issuedAt = Math.floor(request.now.getTime() / 1000);
  const claims = {
    aud: resourceOf(form),
    tid: tenant.id,
    appid: application.clientId,
    oid: application.principalId,
    ...(application.roles.size > 0 && { roles: [...application.roles] }),
    // Five minutes back, so that a client whose clock is a little behind can use it at once.
    nbf: issuedAt - 300,
    exp: issuedAt + seconds,
  };
  const accessToken = mint.issue(claims, {
    iss: `https://sts.windows.net/${tenant.id}/`,
    iat: issuedAt - 300,
    app_displayname: application.displayName,
    appidacr: form.has('client_assertion') ? '2' : '1',
    idp: `https://sts.windows.net/${tenant.id}/`,
    idtyp: 'app',
    sub: application.principalId,
    uti: randomUUID(),
    ver: '1.0',
  });
  return {
    answer: json(
      200,
      {
        token_type: 'Bearer',
        expires_in: seconds - 1,
        ext_expires_in: seconds - 1,
        access_token: accessToken,
      },
      { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' },
    ),
  };
}

function refusalOf(tenant: Tenant, form: URLSearchParams, request: TokenRequest): Refusal | null {
  const { application } = tenant;
  const clientId = form.get('client_id')?.toLowerCase();
  const grant = form.get('grant_type');
  if (!grant) return refusals.missingField('grant_type');
  if (grant !== 'client_credentials') return refusals.unsupportedGrant(grant);
  if (!clientId) return refusals.missingField('client_id');
  if (clientId !== application.clientId || !application.isRegistered) {
    return refusals.unknownApplication(clientId, tenant.displayName);
  }
  if (!application.hasPrincipal) return refusals.missingPrincipal(clientId, tenant.id);
  if (!application.isEnabled) return refusals.disabledApplication(clientId, application.displayName);
  return (
    refusalOfScope(form.get('scope'), tenant, request.origin) ??
    refusalOfCredential(tenant, form, request) ??
    (application.isBlockedByConditionalAccess ? refusals.blockedByConditionalAccess() : null)
  );
}

function refusalOfScope(scope: string | null, tenant: Tenant, origin: string): Refusal | null {
  const scopes = scope?.split(' ').filter(Boolean) ?? [];
  const [only] = scopes;
  if (!only) return refusals.missingField('scope');
  if (scopes.length > 1) return refusals.invalidScope(scopes.join(' '));
  if (!only.endsWith('/.default')) return refusals.namedScope(only);
  const resource = only.slice(0, -'/.default'.length);
  if (resource === '' || resource === graphAppId) return null;
  if (!URL.canParse(resource)) return refusals.invalidScope(only);
  return isOurs(resource, origin, 'graph.microsoft.com')
    ? null
    : refusals.unknownResource(resource, tenant.displayName);
}

function refusalOfCredential(tenant: Tenant, form: URLSearchParams, request: TokenRequest): Refusal | null {
  const { application } = tenant;
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (!secret && !assertion) return refusals.noCredential();
  if (application.isPublicClient) return refusals.publicClient();
  if (assertion) {
    const endpoints = [tenant.id, tenant.domain, tenant.initialDomain].map(
      (name) => `/${name}/oauth2/v2.0/token`,
    );
    const isAudience = (audience: string): boolean =>
      URL.canParse(audience) &&
      isOurs(audience, request.origin, 'login.microsoftonline.com') &&
      endpoints.includes(new URL(audience).pathname.toLowerCase());
    return refusalOfAssertion(assertion, application, isAudience, request.now);
  }
  const known = application.secrets.find(({ value }) => value === secret);
  const isAlive = (each: { readonly endsAt: Date }): boolean => each.endsAt > request.now;
  if (known && isAlive(known)) return null;
  const areAllOver = application.secrets.length > 0 && !application.secrets.some(isAlive);
  return known || areAllOver
    ? refusals.expiredSecret(application.clientId)
    : refusals.wrongSecret(application.clientId);
}

/** App id of Microsoft Graph, which stands for its address where a resource is named. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

function resourceOf(form: URLSearchParams): string {
  const resource = (form.get('scope') ?? '').replace(/\/\.default$/u, '');
  return resource === '' ? graphAppId : resource;
}

/**
 * Whether an address means this service: by the host that was called or the one that is stood in for. The scheme does
 * not count, since a client that insists on https may reach a plain port through a transport of its own.
 */
function isOurs(url: string, origin: string, standsFor: string): boolean {
  return [new URL(origin).host, standsFor].includes(new URL(url).host);
}

/** The form with the client id and secret of an HTTP Basic header, if there is one. */
function withBasic({ form, authorization }: TokenRequest): URLSearchParams {
  const [scheme, packed] = authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic' || !packed) return form;
  const [id = '', secret = ''] = Buffer.from(packed, 'base64').toString('utf8').split(':');
  const merged = new URLSearchParams(form);
  merged.set('client_id', formDecoded(id));
  merged.set('client_secret', formDecoded(secret));
  return merged;
}

function formDecoded(text: string): string {
  return new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? '';
}
