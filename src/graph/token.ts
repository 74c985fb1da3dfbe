import { Secret } from '../domain/secret.ts';
import { isJson, malformed, parsedOrNull, type Json } from './answers.ts';
import { identityErrorOf } from './identity-refusal.ts';
import type { HttpAnswer } from './http.ts';
import { requestToken, type SignIn } from './msal.ts';

/** An app-only access token, and what can be read in it; Microsoft does not promise that it can be read. */
export type Token = {
  readonly value: Secret;
  readonly expiresAt: Date;
  readonly tenantId: string | null;
  /** App permissions as of the token's making; empty: none, null: the token is opaque. */
  readonly roles: readonly string[] | null;
  readonly issuedClientId: string | null;
};

/**
 * The current token, or a new one where it ends within five minutes or `fresh` asks for one.
 * Callers at the same time share one request.
 * @throws IdentityError, Unreachable, MalformedAnswer
 */
export type TokenSource = (options?: { readonly fresh?: boolean }) => Promise<Token>;

const renewMs = 5 * 60_000;

/** App-only tokens for one app in one tenant, kept in memory. */
export function createTokenSource(options: SignIn & { readonly now: () => Date }): TokenSource {
  let current: { readonly token: Token; readonly renewAt: number } | undefined;
  let pending: Promise<Token> | undefined;

  async function renew(): Promise<Token> {
    const answer = await requestToken(options);
    const now = options.now();
    const { token, lifeMs } = tokenIn(answer, now);
    // A policy of the tenant can make tokens of a few minutes; these are used for half their life.
    current = { token, renewAt: token.expiresAt.getTime() - Math.min(renewMs, lifeMs / 2) };
    return token;
  }

  return async ({ fresh = false } = {}) => {
    if (!fresh && current && options.now().getTime() < current.renewAt) return current.token;
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return pending;
  };
}

function tokenIn(answer: HttpAnswer, now: Date): { token: Token; lifeMs: number } {
  if (answer.status !== 200) throw identityErrorOf(answer, now);
  const body = parsedOrNull(answer.body);
  const value = isJson(body) ? body['access_token'] : undefined;
  const lifeMs = isJson(body) ? Number(body['expires_in']) * 1000 : NaN;
  if (typeof value !== 'string' || value === '' || !(lifeMs > 0)) {
    throw malformed('to the sign-in holds no token', answer.body);
  }
  const expiresAt = new Date(now.getTime() + lifeMs);
  return { token: { value: new Secret(value), expiresAt, ...claimsIn(value) }, lifeMs };
}

function claimsIn(value: string): Pick<Token, 'tenantId' | 'roles' | 'issuedClientId'> {
  const payload = Buffer.from(value.split('.')[1] ?? '', 'base64url').toString();
  const claims = parsedOrNull(payload);
  if (!isJson(claims)) return { tenantId: null, roles: null, issuedClientId: null };
  return { tenantId: textIn(claims, 'tid'), roles: rolesIn(claims), issuedClientId: textIn(claims, 'appid') };
}

function rolesIn(claims: Json): readonly string[] {
  const roles = claims['roles'];
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}

function textIn(claims: Json, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' ? value : null;
}
