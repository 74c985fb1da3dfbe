import type { ConnectRequest } from '../../api/contract/tenants.ts';
import type { Call } from '../definition.ts';
import { texts } from '../options.ts';
import { resultMark } from '../output/result-mark.ts';
import { closingCommand, readCredentialFile } from './files.ts';
import { askPassword } from './questions.ts';

/** The client secret from a file, or from standard input for `-`. */
export async function readSecret(call: Call, path: string): Promise<string> {
  const { bytes } = await readWithWarning(call, path, 'the client secret');
  return bytes.toString('utf8');
}

/** The certificate file, with its password from a file or, where it may need one and a person is there, asked for. */
export async function readCertificate(
  call: Call,
  path: string,
): Promise<NonNullable<ConnectRequest['certificate']>> {
  const { bytes } = await readWithWarning(call, path, 'a certificate and its private key (PEM or PFX)');
  const file = isPem(bytes) ? { pem: bytes.toString('utf8') } : { pfx: bytes.toString('base64') };
  const { certificatePasswordFile } = texts(call, 'certificatePasswordFile');
  if (certificatePasswordFile !== undefined) {
    return { ...file, password: await readPassword(call, certificatePasswordFile) };
  }
  if (!call.terminal.canAsk || !mayNeedPassword(bytes)) return file;
  const password = await askPassword(call.context, 'Password of the certificate (empty for none)');
  return password === '' ? file : { ...file, password };
}

async function readPassword(call: Call, path: string): Promise<string> {
  const { bytes } = await readWithWarning(call, path, 'the password of the certificate');
  // An editor ends the last line; anything else may belong to the password.
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

async function readWithWarning(
  call: Call,
  path: string,
  what: string,
): ReturnType<typeof readCredentialFile> {
  const read = await readCredentialFile(path, what, call.context.stdin);
  if (read.openToOthers) {
    const { paintTalk, warn } = call.terminal;
    const message = `Others on this machine can read ${path}. To close it: ${closingCommand(path)}`;
    warn(`${resultMark('warning', paintTalk)}  ${message} ${paintTalk('dim', '(B-CE-20)')}`);
  }
  return read;
}

// A PFX is no text, and an encrypted PEM says so.
function mayNeedPassword(bytes: Buffer): boolean {
  return !isPem(bytes) || bytes.includes('ENCRYPTED');
}

function isPem(bytes: Buffer): boolean {
  return bytes.includes('-----BEGIN');
}
