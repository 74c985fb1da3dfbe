import { isJson, parsedOrNull } from './answers.ts';
import { IdentityError } from './errors.ts';
import type { HttpAnswer } from './http.ts';
import { excerpt, redact } from './policies/redact.ts';
import { retryAfter, serverTime } from './policies/retry-after.ts';

/** What the token endpoint's refusal says, as an error. */
export function identityErrorOf(answer: HttpAnswer, now: Date): IdentityError {
  const parsed = parsedOrNull(answer.body);
  const body = isJson(parsed) ? parsed : {};
  const codes: unknown = body['error_codes'];
  const aadsts: unknown = Array.isArray(codes) ? codes[0] : null;
  const date = serverTime(answer.headers);
  return new IdentityError(`Microsoft Entra gave no token (${answer.status}): ${reason(body, answer.body)}`, {
    oauthError: text(body['error']) ?? '',
    aadsts: typeof aadsts === 'number' ? aadsts : null,
    httpStatus: answer.status,
    correlationId: text(body['correlation_id']),
    traceId: text(body['trace_id']),
    clockAheadSeconds: date === null ? null : Math.round((now.getTime() - date) / 1000),
    retryAt: retryAfter(answer.headers, now),
  });
}

/** Microsoft's own sentence, without the ids that follow it. */
function reason(body: Readonly<Record<string, unknown>>, raw: string): string {
  const description = text(body['error_description'])?.split(/\s*Trace ID:/)[0];
  return redact(description ?? text(body['error']) ?? '') || excerpt(raw) || 'no reason given';
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
