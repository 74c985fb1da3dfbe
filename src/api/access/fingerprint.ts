import { createHash } from 'node:crypto';

/**
 * What is kept of a session id, a token or a code instead of itself.
 * Enough for what has 128 random bits or more, and never for a password.
 */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
