import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A self-signed certificate with its key, for sign-in and (with a host name) for a server of a test. */
export function makeCertificate(
  options: { readonly from?: Date; readonly to?: Date; readonly host?: string; readonly key?: string } = {},
): { readonly certificate: string; readonly key: string } {
  const key = options.key ?? makeKey();
  const privateKey = forge.pki.privateKeyFromPem(key);
  const made = forge.pki.createCertificate();
  made.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  made.serialNumber = '01';
  made.validity.notBefore = options.from ?? new Date('2026-01-01T00:00:00Z');
  made.validity.notAfter = options.to ?? new Date('2036-01-01T00:00:00Z');
  const name = [{ name: 'commonName', value: options.host ?? 'Seatledger test' }];
  made.setSubject(name);
  made.setIssuer(name);
  made.setExtensions([
    { name: 'basicConstraints', cA: true },
    // 2 is the code of a DNS name.
    ...(options.host ? [{ name: 'subjectAltName', altNames: [{ type: 2, value: options.host }] }] : []),
  ]);
  made.sign(privateKey, forge.md.sha256.create());
  return { certificate: forge.pki.certificateToPem(made), key };
}

function makeKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;
}
