import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer.ts';
import type { TokenMint } from '../entra/access-token.ts';
import type { Tenant } from '../tenant.ts';
import { callerOf } from './bearer.ts';
import type { Endpoint } from './endpoint.ts';
import { deletedUsers } from './endpoints/deleted-users.ts';
import { groups } from './endpoints/groups.ts';
import { organization } from './endpoints/organization.ts';
import { ownApplication } from './endpoints/own-application.ts';
import { subscribedSkus } from './endpoints/subscribed-skus.ts';
import { subscriptions } from './endpoints/subscriptions.ts';
import { users } from './endpoints/users.ts';
import { GraphRefusal, denied, errorAnswer, notSimulated } from './errors.ts';
import { readQuery } from './query.ts';
import { throttledAnswer, unitsOf } from './throttle.ts';
import type { Throttle } from './throttle.ts';

/** Everything that is simulated below `/v1.0`. */
const endpoints: readonly Endpoint[] = [
  organization,
  subscribedSkus,
  subscriptions,
  users,
  groups,
  deletedUsers,
  ownApplication,
].flat();

/** A request to Graph as it arrived. */
export type GraphRequest = {
  readonly method: string;
  readonly origin: string;
  /** With its version: `/v1.0/users`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly now: Date;
};

/** What Graph is made of besides the request. */
export type GraphContext = {
  readonly tenants: readonly Tenant[];
  readonly mint: TokenMint;
  readonly throttleOf: (tenant: Tenant) => Throttle;
};

/** The answer of Microsoft Graph, with the headers that every answer has. */
export function answerOfGraph(request: GraphRequest, context: GraphContext): Answer {
  const requestId = randomUUID();
  const clientRequestId = request.headers['client-request-id'];
  const answer = answered(request, context, requestId);
  return {
    ...answer,
    headers: {
      'cache-control': 'no-cache',
      'strict-transport-security': 'max-age=31536000',
      'request-id': requestId,
      'client-request-id': clientRequestId ?? requestId,
      'x-ms-ags-diagnostic':
        '{"ServerInfo":{"DataCenter":"West Europe","Slice":"E","Ring":"5","ScaleUnit":"003","RoleInstance":"AM2PEPF00000001"}}',
      'odata-version': '4.0',
      ...answer.headers,
    },
  };
}

function answered(request: GraphRequest, context: GraphContext, requestId: string): Answer {
  try {
    return permitted(request, context, requestId);
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    return errorAnswer(error, request.now, requestId, request.headers['client-request-id']);
  }
}

function permitted(request: GraphRequest, context: GraphContext, requestId: string): Answer {
  const { now, origin, query: params } = request;
  const { tenant, roles } = callerOf(request.authorization, origin, context.mint, context.tenants, now);
  const path = request.path.replace(/^\/v1\.0(?=\/)/iu, '');
  if (path === request.path) throw notSimulated(request.path.split('/')[1] ?? 'This version');
  const { endpoint, parameters } = endpointOf(path);
  if (request.method !== 'GET') {
    throw new GraphRefusal(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    );
  }
  const throttle = context.throttleOf(tenant);
  const units = unitsOf(endpoint.units, params);
  const seconds = throttle.refuse(now, units);
  if (seconds !== null)
    return throttledAnswer(seconds, tenant.application.clientId, tenant.id, now, requestId);
  if (!endpoint.roles.some((role) => roles.has(role))) throw denied();

  const query = readQuery(params, request.headers['consistencylevel']);
  const answer = endpoint.answer({ tenant, origin, path, parameters, query, roles, now });
  const used = throttle.charge(now, units);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'x-ms-resource-unit': String(units),
      ...(used >= 0.8 && { 'x-ms-throttle-limit-percentage': used.toFixed(1) }),
    },
  };
}

function endpointOf(path: string): { readonly endpoint: Endpoint; readonly parameters: readonly string[] } {
  for (const endpoint of endpoints) {
    const match = endpoint.path.exec(path);
    if (match) return { endpoint, parameters: match.slice(1).map((text) => decodeURIComponent(text ?? '')) };
  }
  throw notSimulated(path);
}
