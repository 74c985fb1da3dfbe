import type { Faults } from '../../ui/faults.ts';
import type { Words } from '../../words/words.tsx';
import type { Draft } from './draft.ts';
import { readId } from './read-id.ts';
import type { StepName } from './steps.ts';

export type TenantField = 'tenant' | 'authorityHost' | 'graphHost';
export type RegistrationField = 'clientId' | 'made' | 'file' | 'secret';

/** What is wrong with the step "Tenant", as far as it shows without asking anyone. */
export function tenantFaults(draft: Draft, t: Words['t']): Faults<TenantField> {
  const hosts = draft.cloud === 'custom';
  return {
    tenant: tenantFault(draft.tenant, t),
    authorityHost: hosts && draft.authorityHost.trim() === '' ? t('connect.hostMissing') : null,
    graphHost: hosts && draft.graphHost.trim() === '' ? t('connect.hostMissing') : null,
  };
}

/** What is wrong with the step "App registration". */
export function registrationFaults(draft: Draft, t: Words['t']): Faults<RegistrationField> {
  const { method, made, file, secret } = draft;
  return {
    clientId: clientFault(draft, t),
    made: method === 'made' && made === null ? t('connect.madeMissing') : null,
    file: method === 'file' ? fileFault(file, t) : null,
    secret: method === 'secret' ? secretFault(secret, t) : null,
  };
}

/** The step that is asked for, or the first before it that lacks something. */
export function firstOpen(asked: StepName, draft: Draft, t: Words['t']): StepName {
  if (asked === 'tenant' || hasFault(tenantFaults(draft, t))) return 'tenant';
  if (asked === 'registration' || hasFault(registrationFaults(draft, t))) return 'registration';
  return asked === 'collection' ? 'test' : asked;
}

function hasFault(faults: Faults<string>): boolean {
  return Object.values(faults).some((fault) => typeof fault === 'string');
}

function tenantFault(typed: string, t: Words['t']): string | null {
  const { kind, value } = readId(typed);
  switch (kind) {
    case 'guid':
    case 'domain':
      return null;
    case 'empty':
      return t('connect.tenantMissing');
    case 'shared':
      return t('connect.tenantShared', { value });
    case 'several':
      return t('connect.severalIds');
    case 'other':
      return t('connect.tenantOther', { count: [...value].length });
  }
}

function clientFault({ clientId, tenant }: Draft, t: Words['t']): string | null {
  const { kind, value } = readId(clientId);
  if (kind === 'empty') return t('connect.clientMissing');
  if (kind === 'several') return t('connect.severalIds');
  if (kind !== 'guid') return t('connect.clientOther', { count: [...value].length });
  return value === readId(tenant).value ? t('connect.sameIds') : null;
}

function secretFault(typed: string, t: Words['t']): string | null {
  const secret = typed.trim();
  if (secret === '') return t('connect.secretMissing');
  if (readId(secret).kind === 'guid' && secret.length <= 38) return t('connect.secretId');
  if (/[*•●]{3,}/u.test(secret)) return t('connect.secretHidden');
  return secret.includes('-----BEGIN') ? t('connect.secretFile') : null;
}

function fileFault(file: Draft['file'], t: Words['t']): string | null {
  if (file === null) return t('connect.fileMissing');
  const onlyPublic = 'pem' in file ? !file.pem.includes('PRIVATE KEY') : /\.(cer|crt|der)$/i.test(file.name);
  return onlyPublic ? t('connect.filePublic') : null;
}
