import { randomUUID } from 'node:crypto';
import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';

/** A reason why no token is given: Microsoft's number, the OAuth error, and the first sentences of the text. */
export type Refusal = { readonly code: number; readonly error: string; readonly text: string };

/** The answer to a refused token request: 401 for `invalid_client`, 400 otherwise. */
export function refused({ code, error, text }: Refusal, now: Date, correlationId?: string): Answer {
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const trace = { trace_id: randomUUID(), correlation_id: correlationId ?? randomUUID() };
  return json(error === 'invalid_client' ? 401 : 400, {
    error,
    error_description: `AADSTS${code}: ${text} Trace ID: ${trace.trace_id} Correlation ID: ${trace.correlation_id} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    ...trace,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
}

/** Every refusal that an administrator, a typing error or a clock can cause. */
export const refusals = {
  unknownTenant: (tenant: string) =>
    invalidRequest(
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    ),
  malformedTenant: (tenant: string) =>
    invalidRequest(
      900023,
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
    ),
  blockedTenant: (tenant: string) =>
    invalidRequest(
      5000224,
      `We are sorry, this resource is not available. The tenant '${tenant}' is not available.`,
    ),
  commonEndpoint: (appId: string, name: string) =>
    invalidRequest(
      50194,
      `Application '${appId}'(${name}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    ),
  grantOnCommon: () =>
    invalidRequest(
      9001023,
      'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
    ),
  missingField: (field: string) =>
    invalidRequest(
      90014,
      `The required field '${field}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
    ),
  unsupportedGrant: (grant: string): Refusal => ({
    code: 70003,
    error: 'unsupported_grant_type',
    text: `The app requested an unsupported grant type '${grant}'.`,
  }),
  unknownApplication: (appId: string, tenant: string): Refusal => ({
    code: 700016,
    error: 'unauthorized_client',
    text: `Application with identifier '${appId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  }),
  missingPrincipal: (appId: string, tenantId: string) =>
    invalidClient(
      7000229,
      `The client application ${appId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    ),
  disabledApplication: (appId: string, name: string): Refusal => ({
    code: 7000112,
    error: 'unauthorized_client',
    text: `Application '${appId}'(${name}) is disabled.`,
  }),
  namedScope: (scope: string): Refusal => ({
    code: 1002012,
    error: 'invalid_scope',
    text: `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  }),
  invalidScope: (scope: string): Refusal => ({
    code: 70011,
    error: 'invalid_scope',
    text: `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  }),
  unknownResource: (resource: string, tenant: string): Refusal => ({
    code: 500011,
    error: 'invalid_resource',
    text: `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  }),
  blockedByConditionalAccess: (): Refusal => ({
    code: 53003,
    error: 'invalid_grant',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  }),
  noCredential: () =>
    invalidClient(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  publicClient: () =>
    invalidClient(
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    ),
  wrongSecret: (appId: string) =>
    invalidClient(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
    ),
  expiredSecret: (appId: string) =>
    invalidClient(
      7000222,
      `The provided client secret keys for app '${appId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    ),
  malformedAssertion: () => invalidRequest(50027, 'JWT token is invalid or malformed.'),
  noThumbprint: () =>
    invalidClient(
      5002723,
      'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
    ),
  unsupportedAlgorithm: (algorithm: string) =>
    invalidClient(5002738, `Invalid JWT token. '${algorithm}' is not a supported signature algorithm.`),
  badSignature: (reason: string, thumbprint: string) =>
    invalidClient(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}']`,
    ),
  outsideItsTime: (now: Date, from: Date, to: Date) =>
    invalidClient(
      700024,
      `Client assertion is not within its valid time range. Current time: ${fine(now)}, assertion valid from ${fine(from)}, expiry time of assertion ${fine(to)}. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .`,
    ),
  foreignAssertion: () =>
    invalidClient(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .",
    ),
  wrongAudience: () =>
    invalidClient(
      700023,
      'Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .',
    ),
} as const;

function invalidClient(code: number, text: string): Refusal {
  return { code, error: 'invalid_client', text };
}

function invalidRequest(code: number, text: string): Refusal {
  return { code, error: 'invalid_request', text };
}

/** Seven digits of a second, as in Microsoft's texts. */
function fine(date: Date): string {
  return date.toISOString().replace('Z', '0000Z');
}
