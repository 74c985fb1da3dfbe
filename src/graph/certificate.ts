import type { KeyObject, X509Certificate } from 'node:crypto';
import { Secret } from '../domain/secret.ts';
import { openFile, type Parts } from './certificate-file.ts';
import type { CertificateCredential } from './credential.ts';
import { CredentialProblem } from './errors.ts';

/**
 * The certificate and key in a PFX or PEM file, checked to be what Microsoft Entra takes.
 * Of several certificates the one that belongs to a key in the file is taken.
 * @throws CredentialProblem
 */
export function readCertificate(
  file: Uint8Array,
  password: Secret | undefined,
  now: Date,
): CertificateCredential {
  const parts = openFile(Buffer.from(file), password?.reveal());
  const { certificate, key } = pairIn(parts);
  checkKey(key);
  checkDates(certificate, now);
  return {
    kind: 'certificate',
    certificatePem: certificate.toString(),
    privateKeyPem: new Secret(key.export({ type: 'pkcs8', format: 'pem' })),
    subject: nameOf(certificate),
    sha1: certificate.fingerprint.replaceAll(':', ''),
    sha256: certificate.fingerprint256.replaceAll(':', ''),
    validFrom: certificate.validFromDate,
    validTo: certificate.validToDate,
  };
}

type Pair = { readonly certificate: X509Certificate; readonly key: KeyObject };

function pairIn({ certificates, keys }: Parts): Pair {
  for (const certificate of certificates) {
    const key = keys.find((candidate) => certificate.checkPrivateKey(candidate));
    if (key) return { certificate, key };
  }
  const names = certificates.map(nameOf).join('; ');
  throw new CredentialProblem(
    'B-CE-11',
    `The private key in this file does not belong to its certificate (${names}). Export both together, ` +
      'or put the key that the certificate was requested with into the file.',
  );
}

const leastBits = 2048;

function checkKey(key: KeyObject): void {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'rsa') {
    const found = namedCurve
      ? `EC ${curves[namedCurve] ?? namedCurve}`
      : (key.asymmetricKeyType ?? 'unknown');
    throw new CredentialProblem(
      'B-CE-09',
      `Microsoft Entra needs an RSA key (2048 bits or more); this one is ${found}. Make a certificate with an RSA key.`,
    );
  }
  if ((modulusLength ?? 0) < leastBits) {
    throw new CredentialProblem(
      'B-CE-10',
      `The key is too short: ${modulusLength} bits, at least ${leastBits} are needed (3072 recommended). ` +
        'Make a certificate with a longer key.',
    );
  }
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

function checkDates({ validFromDate, validToDate }: X509Certificate, now: Date): void {
  if (validFromDate > now) {
    throw new CredentialProblem(
      'B-CE-12',
      `The certificate is valid from ${moment(validFromDate)}, which is in ${span(validFromDate, now)}. ` +
        `This machine's clock says ${moment(now)}; if that is wrong, set it right, else wait.`,
    );
  }
  if (validToDate <= now) {
    throw new CredentialProblem(
      'B-CE-13',
      `The certificate expired on ${moment(validToDate)}. Make a new one and upload it to the app.`,
    );
  }
}

function nameOf(certificate: X509Certificate): string {
  return certificate.subject.replaceAll('\n', ', ');
}

function moment(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function span(later: Date, now: Date): string {
  const minutes = Math.ceil((later.getTime() - now.getTime()) / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
