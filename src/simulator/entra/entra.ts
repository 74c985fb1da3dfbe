import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { hash } from '../company/chance.ts';
import { tenantNamed } from '../tenant.ts';
import type { Tenant } from '../tenant.ts';
import type { TokenMint } from './access-token.ts';
import { instanceDiscovery, openIdConfiguration } from './discovery.ts';
import { refusals, refused } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { graphAppId, token } from './token-endpoint.ts';

/** A request to the login host as it arrived. */
export type EntraRequest = {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly now: Date;
};

/** What Entra is made of besides the request. */
export type EntraContext = {
  readonly tenants: readonly Tenant[];
  readonly mint: TokenMint;
  /** Null for 60 to 90 minutes. */
  readonly tokenSeconds: number | null;
};

/** The answer of the login host. */
export function answerOfEntra(request: EntraRequest, context: EntraContext): Answer {
  const { path, origin } = request;
  if (path === '/common/discovery/instance') return instanceDiscovery(origin);
  const [, name = '', rest = ''] = /^\/([^/]+)\/(.+)$/u.exec(path) ?? [];
  if (rest === 'oauth2/v2.0/token' && request.method === 'POST') return tokenAnswer(name, request, context);
  if (request.method !== 'GET') return nothingHere(path);

  const tenant = tenantNamed(context.tenants, name);
  if (rest === 'v2.0/.well-known/openid-configuration') {
    return tenant ? openIdConfiguration(origin, tenant.id) : refuse(missing(name), request);
  }
  if (rest === 'discovery/v2.0/keys' && tenant) return json(200, { keys: [context.mint.publicKey] });
  return nothingHere(path);
}

function tokenAnswer(name: string, request: EntraRequest, context: EntraContext): Answer {
  const form = new URLSearchParams(request.body);
  const correlationId = form.get('client-request-id') ?? request.query.get('client-request-id');
  const refusal =
    sharedEndpoint(name, form, context) ?? (tenantNamed(context.tenants, name) ? null : missing(name));
  const tenant = tenantNamed(context.tenants, name);
  if (refusal || !tenant) return refuse(refusal ?? missing(name), request, correlationId);
  if (tenant.isBlocked) return refuse(refusals.blockedTenant(tenant.displayName), request, correlationId);

  const { origin, authorization, now } = request;
  // A little different each time, as the real lifetimes are.
  const seconds = context.tokenSeconds ?? 3600 + (hash(tenant.seed, now.getTime(), 80) % 1800);
  const result = token(tenant, { origin, form, authorization, now }, context.mint, seconds);
  return 'answer' in result ? result.answer : refuse(result.refusal, request, correlationId);
}

/** The endpoints that belong to no tenant are not for an application without a person. */
function sharedEndpoint(name: string, form: URLSearchParams, context: EntraContext): Refusal | null {
  if (!['common', 'organizations', 'consumers'].includes(name.toLowerCase())) return null;
  const clientId = form.get('client_id')?.toLowerCase();
  const owner = context.tenants.find(({ application }) => application.clientId === clientId);
  if (name.toLowerCase() === 'consumers' || !owner) return refusals.grantOnCommon();
  return refusals.commonEndpoint(owner.application.clientId, owner.application.displayName);
}

/** A GUID or a domain that nobody has, or a text that is neither. */
function missing(name: string): Refusal {
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(name);
  const isDomain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)+$/iu.test(name);
  return isGuid || isDomain ? refusals.unknownTenant(name) : refusals.malformedTenant(name);
}

function refuse(refusal: Refusal, request: EntraRequest, correlationId?: string | null): Answer {
  return refused(refusal, request.now, correlationId ?? request.headers['client-request-id']);
}

function nothingHere(path: string): Answer {
  const message = `${path} is not simulated here (Microsoft Graph, for one, is ${graphAppId} below /v1.0).`;
  return json(501, { error: 'not_implemented', error_description: message });
}
