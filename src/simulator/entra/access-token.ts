import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** What an access token says, as far as Graph asks it. */
export type Claims = {
  readonly aud: string;
  readonly tid: string;
  readonly appid: string;
  /** Object id of the service principal; missing while that is still spreading through the directory. */
  readonly oid?: string;
  /** App roles at the moment it was made; missing when there is none. */
  readonly roles?: readonly string[];
  readonly nbf: number;
  readonly exp: number;
};

/** Makes access tokens and knows its own again. */
export type TokenMint = {
  issue(claims: Claims, more: Readonly<Record<string, unknown>>): string;
  /** The claims of a token made here. */
  read(token: string): Claims | undefined;
  /** The public key, for the document that clients may verify tokens with. */
  readonly publicKey: object;
};

/** A mint with a key of its own; its tokens are worth nothing at another one. */
export function createTokenMint(): TokenMint {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyId = randomUUID();
  const issued = new Map<string, Claims>();
  return {
    issue(claims, more) {
      const head = base64url({ typ: 'JWT', alg: 'ES256', kid: keyId });
      const body = base64url({ ...claims, ...more });
      const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      });
      const token = `${head}.${body}.${signature.toString('base64url')}`;
      issued.set(token, claims);
      return token;
    },
    read: (token) => issued.get(token),
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'ES256' },
  };
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
