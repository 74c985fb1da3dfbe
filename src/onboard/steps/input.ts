import type { Secret } from '../../domain/secret.ts';
import type { Cloud } from '../../graph/clouds.ts';
import type { Credential } from '../../graph/credential.ts';
import { readCertificateFile, warnDays } from '../fields/certificate.ts';
import { readClientId } from '../fields/client-id.ts';
import { readCloud } from '../fields/cloud.ts';
import { accept, reject, type Field } from '../fields/field.ts';
import { readSecret } from '../fields/secret.ts';
import { readTenant, type TenantName } from '../fields/tenant-id.ts';
import { StepFailed, type ConnectContext } from '../step.ts';
import { daysBetween } from '../words.ts';

/** What a person gives to connect a tenant, as it was typed. */
export type ConnectInput = {
  readonly tenant: string;
  readonly clientId: string;
  /** `global` without it. */
  readonly cloud?: string | undefined;
  readonly authorityHost?: string | undefined;
  readonly graphHost?: string | undefined;
  readonly name?: string | undefined;
  readonly secret?: Secret | undefined;
  readonly certificate?: { readonly file: Uint8Array; readonly password?: Secret | undefined } | undefined;
  /** Tries again for up to two minutes where Microsoft may only be slow. */
  readonly wait?: boolean | undefined;
};

/** What the input means, as far as that can be told without asking anyone. */
export type CheckedInput = {
  readonly tenant: TenantName;
  readonly clientId: string;
  readonly cloud: Cloud;
  readonly credential: Credential;
};

/**
 * Checks everything that can be seen on this machine, all fields at once.
 * @throws StepFailed with every fault found.
 */
export function checkInput(
  input: ConnectInput,
  context: Pick<ConnectContext, 'now' | 'report'>,
): CheckedInput {
  const fields = {
    tenant: readTenant(input.tenant),
    clientId: readClientId(input.clientId),
    credential: readCredential(input, context.now()),
    cloud: readCloud(input),
  };
  const { tenant, clientId, credential, cloud } = fields;
  const problems = Object.entries(fields).flatMap(([name, field]) =>
    field.ok ? [] : [{ step: name === 'cloud' ? 'cloud' : 'input', ...field.problem }],
  );
  if (!tenant.ok || !clientId.ok || !credential.ok || !cloud.ok) throw new StepFailed('input', problems);
  if (tenant.value.kind === 'guid' && tenant.value.guid === clientId.value) {
    throw new StepFailed('input', [{ step: 'input', code: 'B-TI-09', message: sameTwice }]);
  }
  for (const [name, field] of Object.entries({
    'Tenant ID': tenant,
    'Client ID': clientId,
    Credential: credential,
    Cloud: cloud,
  })) {
    for (const { code, message } of field.notes) {
      context.report({ step: 'input', result: 'note', code, message: `${name}: ${message}` });
    }
  }
  warnOfEnd(credential.value, context);
  context.report({ step: 'input', result: 'ok', message: 'The two ids and the credential look right.' });
  return { tenant: tenant.value, clientId: clientId.value, cloud: cloud.value, credential: credential.value };
}

const sameTwice =
  'Tenant ID and Client ID must differ, but the same GUID was given for both. The Overview page of the app registration shows one below the other.';

function readCredential(input: ConnectInput, now: Date): Field<Credential> {
  if (input.secret && input.certificate) {
    return reject('B-CS-08', 'Give a client secret or a certificate, not both.');
  }
  if (input.certificate) return readCertificateFile(input.certificate.file, input.certificate.password, now);
  if (!input.secret) return reject('B-CS-04', 'A client secret or a certificate is needed to sign in.');
  const secret = readSecret(input.secret);
  return secret.ok ? accept({ kind: 'secret', secret: secret.value }, secret.notes) : secret;
}

function warnOfEnd(credential: Credential, context: Pick<ConnectContext, 'now' | 'report'>): void {
  if (credential.kind !== 'certificate') return;
  const days = daysBetween(context.now(), credential.validTo);
  if (days >= warnDays) return;
  const message = `The certificate ends on ${credential.validTo.toISOString().slice(0, 10)}, in ${days} days. Make a new one and upload it before then.`;
  context.report({ step: 'input', result: 'warning', code: 'B-CE-13', message });
}
