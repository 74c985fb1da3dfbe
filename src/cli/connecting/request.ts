import { Refusal } from '../../api/contract/refusal.ts';
import type { ConnectRequest } from '../../api/contract/tenants.ts';
import type { Call } from '../definition.ts';
import { given, texts } from '../options.ts';
import { listed } from '../output/words.ts';
import { clouds } from './clouds.ts';
import { askCredential, askText } from './questions.ts';
import { readCertificate, readSecret } from './credential.ts';

/**
 * Makes the request from the options, and asks on a terminal for what is missing.
 * Throws a `Refusal` that names the options when something is missing and nobody can be asked.
 */
export async function connectRequest(call: Call): Promise<ConnectRequest> {
  const options = texts(call, 'tenant', 'clientId', 'name', 'authorityHost', 'graphHost');
  const { cloud } = texts(call, 'cloud');
  refuseContradictions(call);
  if (!call.terminal.canAsk) refuseMissing(call);
  return {
    ...options,
    tenant:
      options.tenant ?? (await askText(call.context, 'Directory (tenant) ID, or a domain of the tenant')),
    clientId: options.clientId ?? (await askText(call.context, 'Application (client) ID')),
    ...(await credential(call)),
    ...cloudOf(cloud),
    wait: given(call, 'wait'),
  };
}

type CredentialPart = Pick<ConnectRequest, 'secret' | 'certificate'>;

async function credential(call: Call): Promise<CredentialPart> {
  const { secretFile, certificate } = texts(call, 'secretFile', 'certificate');
  if (secretFile !== undefined) return { secret: await readSecret(call, secretFile) };
  if (certificate !== undefined) return { certificate: await readCertificate(call, certificate) };
  const answer = await askCredential(call.context);
  return answer.kind === 'secret'
    ? { secret: answer.text }
    : { certificate: await readCertificate(call, answer.text) };
}

function cloudOf(text: string | undefined): Pick<ConnectRequest, 'cloud'> {
  const cloud = clouds.find((name) => name === text);
  return cloud === undefined ? {} : { cloud };
}

function refuseContradictions(call: Call): void {
  const { secretFile, certificate, certificatePasswordFile } = texts(
    call,
    'secretFile',
    'certificate',
    'certificatePasswordFile',
  );
  if (secretFile !== undefined && certificate !== undefined) {
    throw new Refusal('wrong-input', 'Give --secret-file or --certificate, not both.');
  }
  if (certificatePasswordFile !== undefined && certificate === undefined) {
    throw new Refusal('wrong-input', '--certificate-password-file needs --certificate.');
  }
}

function refuseMissing(call: Call): void {
  const { tenant, clientId, secretFile, certificate } = texts(
    call,
    'tenant',
    'clientId',
    'secretFile',
    'certificate',
  );
  const missing = [
    ...(tenant === undefined ? ['--tenant'] : []),
    ...(clientId === undefined ? ['--client-id'] : []),
    ...((secretFile ?? certificate) === undefined ? ['--secret-file or --certificate'] : []),
  ];
  if (missing.length === 0) return;
  throw new Refusal(
    'wrong-input',
    `Missing: ${listed(missing)}. seatledger connect --help shows what they are; on a terminal they are asked for.`,
  );
}
