/** The bytes that a base64url text means, or undefined unless it is the one proper spelling of them. */
export function decodeBase64url(text: string): Buffer | undefined {
  // Node skips what it does not know and ignores spare bits, so that several texts would mean the same bytes.
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}
