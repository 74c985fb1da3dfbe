import { Secret } from '../../domain/secret.ts';
import { readCertificate } from '../../graph/certificate.ts';
import type { CertificateCredential } from '../../graph/credential.ts';
import { CredentialProblem } from '../../graph/errors.ts';
import { accept, reject, type Field, type Remark } from './field.ts';

/** A certificate with its key has a few kilobytes; nothing reasonable has a megabyte. */
const mostBytes = 1024 * 1024;
/** From how many days before its end a credential is warned about. */
export const warnDays = 30;

/** Reads a certificate file with its key, without asking anyone. */
export function readCertificateFile(
  file: Uint8Array,
  password: Secret | undefined,
  now: Date,
): Field<CertificateCredential> {
  if (file.length === 0 || file.length > mostBytes) {
    const size = file.length === 0 ? 'empty' : `${Math.ceil(file.length / mostBytes)} MB long`;
    return reject('B-CE-18', `The certificate file is ${size}; expected a few KB. Is it the right file?`);
  }
  try {
    const bare = withoutLineBreak(password);
    const certificate = readCertificate(file, bare, now);
    return accept(certificate, bare === password ? [] : [lineBreakRemoved]);
  } catch (error) {
    if (error instanceof CredentialProblem) return reject(error.code, error.message);
    throw error;
  }
}

const lineBreakRemoved: Remark = {
  code: 'B-CE-03',
  message: 'We removed a line break at the end of the certificate password.',
};

/** A password from a file ends with the line break of its editor; spaces may belong to it. */
function withoutLineBreak(password: Secret | undefined): Secret | undefined {
  const text = password?.reveal();
  return text !== undefined && /[\r\n]$/.test(text) ? new Secret(text.replace(/[\r\n]+$/, '')) : password;
}
