import { generateKeyPair, createHash, randomBytes, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import type { MadeCertificate } from './contract/tenants.ts';
import { Refusal } from './contract/refusal.ts';

/** Certificates made here, kept in memory until a tenant is connected with one. */
export type MadeCertificates = {
  make(name: string): Promise<MadeCertificate>;
  /** Certificate and private key as PEM. @throws Refusal when it was made too long ago. */
  pemOf(id: string): string;
};

/** How long a made certificate waits for its tenant, and how many wait at once. */
const waits = { milliseconds: 24 * 60 * 60 * 1000, atOnce: 50 } as const;

const validYears = 2;

/**
 * Makes certificates to sign in with: RSA 3072, self-signed, for two years. The private key never leaves this process
 * but sealed, with the connection.
 */
export function createMadeCertificates(now: () => Date): MadeCertificates {
  const made = new Map<string, { readonly pem: string; readonly until: number }>();
  return {
    async make(name) {
      const id = randomBytes(12).toString('base64url');
      const { pem, certificate, endsAt } = await selfSigned(name, now());
      const der = new X509Certificate(certificate).raw;
      for (const [old, { until }] of made) {
        if (until < now().getTime() || made.size >= waits.atOnce) made.delete(old);
      }
      made.set(id, { pem, until: now().getTime() + waits.milliseconds });
      return {
        id,
        cer: der.toString('base64'),
        // How the portal names a certificate; it protects nothing.
        thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
        endsAt: endsAt.toISOString(),
      };
    },
    pemOf(id) {
      const found = made.get(id);
      if (found && found.until >= now().getTime()) return found.pem;
      throw new Refusal(
        'wrong-input',
        'That certificate is not here any more. Make a new one, and upload it in place of the old one.',
      );
    },
  };
}

const keyPair = promisify(generateKeyPair);

async function selfSigned(name: string, from: Date) {
  const { default: forge } = await import('node-forge');
  const { publicKey, privateKey } = await keyPair('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A positive number: its first bit is clear.
  certificate.serialNumber = `00${randomBytes(16).toString('hex')}`;
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = new Date(from);
  certificate.validity.notAfter.setUTCFullYear(from.getUTCFullYear() + validYears);
  const subject = [{ name: 'commonName', value: name }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  const pem = forge.pki.certificateToPem(certificate);
  return { certificate: pem, pem: `${pem}${privateKey}`, endsAt: certificate.validity.notAfter };
}
