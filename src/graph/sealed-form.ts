import { Secret } from '../domain/secret.ts';
import type { CertificateCredential, Credential } from './credential.ts';

/** A credential as one secret text, to be sealed and kept. */
export function toSealedForm(credential: Credential): Secret {
  const plain =
    credential.kind === 'secret'
      ? { kind: credential.kind, secret: credential.secret.reveal() }
      : { ...credential, privateKeyPem: credential.privateKeyPem.reveal() };
  return new Secret(JSON.stringify(plain));
}

/** The credential that `toSealedForm` made the text of. */
export function fromSealedForm(text: Secret): Credential {
  // Nothing but `toSealedForm` writes what is unsealed, and the seal proves it.
  const plain = JSON.parse(text.reveal()) as Plain;
  if (plain.kind === 'secret') return { kind: 'secret', secret: new Secret(plain.secret) };
  return {
    ...plain,
    privateKeyPem: new Secret(plain.privateKeyPem),
    validFrom: new Date(plain.validFrom),
    validTo: new Date(plain.validTo),
  };
}

/** The first three characters of a secret, which Entra shows beside it; null for a certificate. */
export function hintOf(credential: Credential): string | null {
  return credential.kind === 'secret' ? credential.secret.reveal().slice(0, 3) : null;
}

type Plain =
  | { readonly kind: 'secret'; readonly secret: string }
  | (Pick<CertificateCredential, 'kind' | 'certificatePem' | 'subject' | 'sha1' | 'sha256'> & {
      readonly privateKeyPem: string;
      readonly validFrom: string;
      readonly validTo: string;
    });
