import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { CredentialProblem } from './errors.ts';
import { refuseOtherFormats } from './other-formats.ts';
import { openPfx } from './pfx.ts';

/** What a file holds, at least one of each. */
export type Parts = {
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly KeyObject[];
};

/**
 * Opens a PFX or PEM file, whichever it is; text may be UTF-16 (as PowerShell writes it) and a PFX may be in base64.
 * @throws CredentialProblem
 */
export function openFile(bytes: Buffer, password: string | undefined): Parts {
  const text = textOf(bytes);
  refuseOtherFormats(bytes, text);
  const parts = text.includes('-----BEGIN ')
    ? openPem(text, password)
    : openDer(derOf(bytes, text), password);
  if (parts.keys.length === 0) {
    throw new CredentialProblem(
      'B-CE-01',
      'This file holds only the public certificate. The private key is needed too: ' +
        "a PFX, or a PEM file that also has a 'PRIVATE KEY' part.",
    );
  }
  if (parts.certificates.length === 0) {
    throw new CredentialProblem(
      'B-CE-01',
      'This file holds only a private key. The certificate is needed too: put both into one PEM or PFX file.',
    );
  }
  return parts;
}

function textOf(bytes: Buffer): string {
  return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'latin1');
}

function derOf(bytes: Buffer, text: string): Buffer {
  const compact = text.replace(/\s/g, '');
  return /^MI[A-Za-z0-9+/]{100,}=*$/.test(compact) ? Buffer.from(compact, 'base64') : bytes;
}

function openDer(der: Buffer, password: string | undefined): Parts {
  refuseTruncated(der);
  const certificate = attempt(() => new X509Certificate(der));
  if (certificate) return { certificates: [certificate], keys: [] };
  const key = attempt(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  if (key) return { certificates: [], keys: [key] };
  return openPfx(der, password);
}

/** The first bytes of DER say how long it is. */
function refuseTruncated(der: Buffer): void {
  const lengthBytes = (der[1] ?? 0) & 0x7f;
  const isLong = der[0] === 0x30 && (der[1] ?? 0) > 0x80 && lengthBytes <= 4 && der.length > 2 + lengthBytes;
  if (isLong && 2 + lengthBytes + der.readUIntBE(2, lengthBytes) > der.length) throw truncated(der.length);
}

function openPem(text: string, password: string | undefined): Parts {
  const certificates: X509Certificate[] = [];
  const keys: KeyObject[] = [];
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----(?:(?!-----)[^])*(?:-----END \1-----)?/g);
  for (const [block, label] of blocks) {
    if (!block.includes('-----END ')) throw truncated(text.length);
    if (/^((TRUSTED|X509) )?CERTIFICATE$/.test(label ?? '')) certificates.push(certificateIn(block));
    else if (label?.endsWith('PRIVATE KEY')) keys.push(keyIn(block, password));
  }
  return { certificates, keys };
}

function certificateIn(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw new CredentialProblem('B-CE-05', 'The certificate in this file is damaged. Export it again.', {
      cause: error,
    });
  }
}

function keyIn(pem: string, password: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(password === undefined ? {} : { passphrase: password }) });
  } catch (error) {
    if (!pem.includes('ENCRYPTED')) {
      throw new CredentialProblem('B-CE-05', 'The private key in this file is damaged. Export it again.', {
        cause: error,
      });
    }
    throw password
      ? new CredentialProblem('B-CE-08', 'The passphrase does not open the private key in this file.', {
          cause: error,
        })
      : new CredentialProblem('B-CE-07', 'The private key in this file is protected: enter its passphrase.', {
          cause: error,
        });
  }
}

function truncated(bytes: number): CredentialProblem {
  return new CredentialProblem(
    'B-CE-05',
    `This file is incomplete (${bytes} bytes). Copy or export it again.`,
  );
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
