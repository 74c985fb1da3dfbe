import { useCallback, useState } from 'react';
import type {
  CloudName,
  ConnectRequest,
  MadeCertificate,
  Tenant,
} from '../../../src/api/contract/tenants.ts';

/** How Seatledger is to sign in: with a certificate made here, one of the person's own, or a client secret. */
export type Method = 'made' | 'file' | 'secret';

/** A certificate file that someone chose, as the server takes it. */
export type CertificateFile = { readonly name: string } & (
  { readonly pem: string } | { readonly pfx: string }
);

/** What was typed so far. */
export type Draft = {
  readonly tenant: string;
  readonly cloud: CloudName;
  readonly authorityHost: string;
  readonly graphHost: string;
  readonly clientId: string;
  readonly method: Method;
  readonly made: MadeCertificate | null;
  readonly secret: string;
  readonly file: CertificateFile | null;
  /** Of the file. */
  readonly password: string;
};

const nothing: Draft = {
  tenant: '',
  cloud: 'global',
  authorityHost: '',
  graphHost: '',
  clientId: '',
  method: 'made',
  made: null,
  secret: '',
  file: null,
  password: '',
};

/** The draft of a connection, kept over a reload but for what is secret; `replaced` is the tenant that it begins from. */
export function useDraft(replaced: Tenant | undefined) {
  const key = `seatledger.connect.${replaced?.id ?? 'new'}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...beginning(replaced), ...kept(key) }));
  const change = useCallback(
    (some: Partial<Draft>) => {
      setDraft((old) => {
        const next = { ...old, ...some };
        keep(key, next);
        return next;
      });
    },
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return { draft, change, forget };
}

/** What is sent to connect; `wait` has the server try for up to two minutes. */
export function requestOf(draft: Draft, wait: boolean): ConnectRequest {
  const { tenant, clientId, cloud, authorityHost, graphHost } = draft;
  const hosts =
    cloud === 'custom' ? { authorityHost: authorityHost.trim(), graphHost: graphHost.trim() } : {};
  return { tenant, clientId, cloud, wait, ...hosts, ...credentialOf(draft) };
}

function credentialOf({ method, made, secret, file, password }: Draft): Partial<ConnectRequest> {
  if (method === 'secret') return { secret };
  if (method === 'made') return made === null ? {} : { certificate: { made: made.id } };
  if (file === null) return {};
  const { name: _, ...content } = file;
  return { certificate: password === '' ? content : { ...content, password } };
}

function beginning(tenant: Tenant | undefined): Draft {
  if (tenant === undefined) return nothing;
  return { ...nothing, tenant: tenant.id, cloud: tenant.cloud, clientId: tenant.clientId };
}

function keep(key: string, { secret: _, file: __, password: ___, ...harmless }: Draft): void {
  sessionStorage.setItem(key, JSON.stringify(harmless));
}

function kept(key: string): Partial<Draft> {
  // Only `keep` writes there.
  return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>;
}
