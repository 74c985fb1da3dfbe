import type { Secret } from '../domain/secret.ts';

/** What Seatledger signs in with. */
export type Credential = SecretCredential | CertificateCredential;

/** A client secret: the Value column of Certificates & secrets. */
export type SecretCredential = { readonly kind: 'secret'; readonly secret: Secret };

/** A certificate with its RSA private key. */
export type CertificateCredential = {
  readonly kind: 'certificate';
  /** The certificate alone, PEM. */
  readonly certificatePem: string;
  /** Its private key, unencrypted PKCS#8 PEM. */
  readonly privateKeyPem: Secret;
  readonly subject: string;
  /** Upper-case hex without separators, as the Entra admin center shows it. */
  readonly sha1: string;
  readonly sha256: string;
  readonly validFrom: Date;
  readonly validTo: Date;
};
