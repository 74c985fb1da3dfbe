import { constants, verify } from 'node:crypto';
import type { AppCertificate, Application } from './application.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusals.ts';

/** Why a certificate assertion is not accepted, or null when its key, signature, time, names and audience are right. */
export function refusalOfAssertion(
  assertion: string,
  application: Application,
  isAudience: (audience: string) => boolean,
  now: Date,
): Refusal | null {
  const parts = assertion.split('.');
  const [head, claims] = parts.slice(0, 2).map(decoded);
  if (parts.length !== 3 || !head || !claims) return refusals.malformedAssertion();

  const algorithm = String(head['alg']);
  if (algorithm !== 'PS256' && algorithm !== 'RS256') return refusals.unsupportedAlgorithm(algorithm);
  const thumbprint = thumbprintOf(head);
  if (!thumbprint) return refusals.noThumbprint();
  const known = application.certificates.find(
    ({ sha1, sha256 }) => thumbprint === sha1 || thumbprint === sha256,
  );
  if (!known) return refusals.badSignature('The key was not found.', thumbprint);
  if (!isSigned(parts, algorithm, known)) {
    return refusals.badSignature(
      'The key was found, but use of the key to verify the signature failed.',
      thumbprint,
    );
  }
  if (now < known.startsAt || now > known.endsAt)
    return refusals.badSignature('The key used is expired.', thumbprint);
  return refusalOfClaims(claims, application.clientId, isAudience, now);
}

function refusalOfClaims(
  claims: Readonly<Record<string, unknown>>,
  clientId: string,
  isAudience: (audience: string) => boolean,
  now: Date,
): Refusal | null {
  for (const field of ['aud', 'exp', 'iss', 'sub']) if (!claims[field]) return refusals.missingField(field);
  const from = new Date(Number(claims['nbf'] ?? claims['iat'] ?? 0) * 1000);
  const to = new Date(Number(claims['exp']) * 1000);
  // Five minutes of difference between two clocks are forgiven.
  if (from.getTime() - now.getTime() > 300_000 || now.getTime() - to.getTime() > 300_000) {
    return refusals.outsideItsTime(now, from, to);
  }
  const isOurs = [claims['iss'], claims['sub']].every((name) => String(name).toLowerCase() === clientId);
  if (!isOurs) return refusals.foreignAssertion();
  return isAudience(String(claims['aud'])) ? null : refusals.wrongAudience();
}

function thumbprintOf(head: Readonly<Record<string, unknown>>): string | null {
  const text = head['x5t#S256'] ?? head['x5t'];
  return typeof text === 'string' ? Buffer.from(text, 'base64url').toString('hex').toUpperCase() : null;
}

function isSigned(parts: readonly string[], algorithm: 'PS256' | 'RS256', known: AppCertificate): boolean {
  const padding = algorithm === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const saltLength = algorithm === 'PS256' ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
  return verify(
    'sha256',
    Buffer.from(`${parts[0]}.${parts[1]}`),
    { key: known.certificate.publicKey, padding, ...saltLength },
    Buffer.from(parts[2] ?? '', 'base64url'),
  );
}

function decoded(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    // An object after this check; its members are looked at one by one.
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
