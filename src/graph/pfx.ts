import { parsePKCS12 } from 'node:crypto';
import type { Parts } from './certificate-file.ts';
import { CredentialProblem } from './errors.ts';

// In Node 26, not yet in its published types.
declare module 'node:crypto' {
  function parsePKCS12(
    bundle: Uint8Array,
    options: { readonly passphrase?: string },
  ): {
    readonly privateKey: KeyObject | null;
    readonly certificate: X509Certificate | null;
    readonly additionalCertificates: readonly X509Certificate[];
  };
}

/**
 * Key and certificates of a PFX (PKCS#12) file.
 * @throws CredentialProblem
 */
export function openPfx(der: Uint8Array, password: string | undefined): Parts {
  const { privateKey, certificate, additionalCertificates } = parsed(der, password);
  if (!privateKey) {
    throw new CredentialProblem(
      'B-CE-02',
      "The PFX contains no private key. Export it again with 'Yes, export the private key'.",
    );
  }
  return {
    keys: [privateKey],
    certificates: [...(certificate ? [certificate] : []), ...additionalCertificates],
  };
}

function parsed(der: Uint8Array, password: string | undefined): ReturnType<typeof parsePKCS12> {
  try {
    return parsePKCS12(der, password === undefined ? {} : { passphrase: password });
  } catch (error) {
    throw problemOf(error, password);
  }
}

function problemOf(error: unknown, password: string | undefined): CredentialProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const options = { cause: error };
  if (code === 'ERR_OSSL_PKCS12_MAC_VERIFY_FAILURE') {
    const message = password
      ? 'The password does not open this PFX file.'
      : 'This PFX file is protected: enter the password that was set when it was exported.';
    return new CredentialProblem('B-CE-03', message, options);
  }
  if (code === 'ERR_CRYPTO_UNSUPPORTED_OPERATION') {
    return new CredentialProblem(
      'B-CE-04',
      'The PFX uses an old encryption. Export it again with AES256-SHA256, or convert it to PEM: ' +
        'openssl pkcs12 -legacy -in old.pfx -nodes -out new.pem',
      options,
    );
  }
  return new CredentialProblem(
    'B-CE-06',
    'This is neither a PFX nor a PEM file. Choose the file with the certificate and its private key (.pfx, .p12, .pem).',
    options,
  );
}
