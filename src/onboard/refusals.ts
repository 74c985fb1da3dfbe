import type { CertificateCredential, Credential, SecretCredential } from '../graph/credential.ts';
import type { IdentityError } from '../graph/errors.ts';
import { isShort, resemblesPassword } from './fields/secret.ts';
import { isBusy } from './outage.ts';
import { consentLink, credentialsPlace, registrationsPlace, type AppPlace } from './portal.ts';
import type { Fault } from './step.ts';
import { sentence } from './words.ts';

/** Who tried to sign in, where, and with what. */
export type SignIn = AppPlace & { readonly credential: Credential };

/** Why Microsoft gave no token, in words, and which step that answers. */
export type Refusal = {
  readonly step: 'cloud' | 'tenant' | 'app' | 'credential';
  readonly fault: Fault;
  readonly code?: string;
  readonly message: string;
  readonly detail: string;
  /** True where it may be only that something made a moment ago is not known everywhere yet. */
  readonly passes: boolean;
};

/** Entra accepts an assertion around its validity with a tolerance of five minutes. */
const toleratedClockSeconds = 300;

/**
 * Explains a refused token. What follows from it hangs on the OAuth `error` field and on our own knowledge;
 * the AADSTS number only makes the wording better, because Microsoft may change the numbers at any time.
 */
export function explainRefusal(error: IdentityError, signIn: SignIn): Refusal {
  const busy = isBusy(error);
  const wording =
    offClock(error, signIn) ??
    wordings[error.aadsts ?? 0]?.(signIn) ??
    (busy ? busyWording : unknown(error, signIn));
  return {
    step: error.oauthError === 'unauthorized_client' ? 'app' : 'credential',
    fault: busy ? 'unreachable' : 'refused',
    passes: ['invalid_client', 'unauthorized_client'].includes(error.oauthError),
    ...wording,
    detail: detail(error),
  };
}

type Wording = Pick<Refusal, 'message'> & Partial<Pick<Refusal, 'step' | 'code' | 'passes'>>;

/** By AADSTS number, as Microsoft's page on sign-in error codes and its own client tests give them. */
const wordings: Readonly<Record<number, (signIn: SignIn) => Wording>> = {
  7000215: wrongCredential,
  7000222: (signIn) => ({
    code: 'B-CS-03',
    passes: false,
    message: `The client secret has expired. Create a new one: ${credentialsPlace(signIn)}. A certificate lasts longer.`,
  }),
  700016: (signIn) => ({
    code: 'B-CI-02',
    step: 'app',
    message: `No application ${signIn.clientId} in the tenant ${signIn.tenantId}. Use the Application (client) ID from its Overview page under ${registrationsPlace(signIn)}; the Object ID next to it does not work, nor does the Secret ID from Certificates & secrets. A multi-tenant application of another tenant needs consent here first: ${consentLink(signIn)}`,
  }),
  7000229: (signIn) => ({
    code: 'B-CI-04',
    step: 'app',
    message: `The application exists, but not in the tenant ${signIn.tenantId}: nobody has consented to it there. An administrator opens this link: ${consentLink(signIn)}`,
  }),
  7000112: () => ({
    code: 'B-CI-05',
    step: 'app',
    passes: false,
    message:
      'The application is disabled. Switch it on in the Entra admin center: Enterprise applications → (your app) → Properties → Enabled for users to sign in.',
  }),
  700025: (signIn) => ({
    code: 'B-CI-06',
    step: 'app',
    passes: false,
    message: `The application is registered as a public client (mobile or desktop), which has no secret. Register a confidential one (web or daemon): ${registrationsPlace(signIn)}.`,
  }),
  700027: wrongCredential,
  53003: (signIn) => ({
    code: 'B-CL-07',
    message: `Conditional Access blocks this application from the network address of this machine. Whoever manages Conditional Access must let it through: Entra admin center → Protection → Conditional Access → the policy for workload identities → exclude the service principal of ${signIn.clientId}, or add this address to its trusted locations.`,
  }),
  90002: noTenant,
  900023: noTenant,
  5000224: noTenant,
  50194: sharedTenant,
  9001023: sharedTenant,
  500011: otherCloud,
  1000031: otherCloud,
  50002: otherCloud,
  90038: otherCloud,
  900382: otherCloud,
  900432: otherCloud,
};

function wrongCredential({ credential, ...place }: SignIn): Wording {
  return credential.kind === 'secret'
    ? wrongSecret(credential, place)
    : unknownCertificate(credential, place);
}

function wrongSecret({ secret }: SecretCredential, place: AppPlace): Wording {
  if (resemblesPassword(secret)) {
    return {
      code: 'B-CS-09',
      passes: false,
      message: `Entra does not accept this (${secret.length} characters). It looks like a password: what is needed is the secret of the application, not a user's password. If you just typed a password here, change it. Secrets are made under ${credentialsPlace(place)}.`,
    };
  }
  const guess = isShort(secret)
    ? 'It is shorter than usual: was it cut while copying?'
    : 'Was it copied from another app?';
  return {
    code: 'B-CS-02',
    message: `The client secret does not belong to this application (${secret.length} characters). ${guess} Make a new one under ${credentialsPlace(place)} and copy the column "Value".`,
  };
}

function unknownCertificate({ sha1, sha256 }: CertificateCredential, place: AppPlace): Wording {
  return {
    code: 'B-CE-14',
    message: `Entra does not know this certificate (SHA-1 ${sha1}, SHA-256 ${sha256}). Upload its public part, the .cer file, under ${credentialsPlace(place)} → Certificates, and compare the thumbprint shown there.`,
  };
}

/** A clock that is off shows with certificates only: their assertion carries the time of this machine. */
function offClock(error: IdentityError, { credential }: SignIn): Wording | null {
  const seconds = error.clockAheadSeconds;
  const off = seconds !== null && Math.abs(seconds) > toleratedClockSeconds;
  if (credential.kind !== 'certificate' || error.oauthError !== 'invalid_client') return null;
  if (!off && error.aadsts !== 700024) return null;
  const seen = off
    ? `This machine's clock is off by ${Math.abs(seconds)} s (${seconds > 0 ? 'fast' : 'slow'}), by the Date header of Microsoft's answer.`
    : "Microsoft says that the signature made with the certificate is not valid at this time: this machine's clock must be off.";
  const message = `${seen} Set the clock, or switch on its synchronization (NTP).`;
  return { code: 'B-CE-19', passes: false, message };
}

function noTenant({ cloud, tenantId }: SignIn): Wording {
  return {
    code: 'B-TI-04',
    step: 'tenant',
    message: `Microsoft finds no tenant ${tenantId} in ${cloud.title}, or it has no active subscription any more. Check the id (Entra admin center → Overview → Tenant ID) and the cloud.`,
  };
}

function sharedTenant(): Wording {
  return {
    code: 'B-TI-07',
    step: 'tenant',
    message:
      'Seatledger signs in without a user, which needs one specific tenant. Give its Directory (tenant) ID.',
  };
}

function otherCloud({ cloud }: SignIn): Wording {
  return {
    code: 'B-CL-01',
    step: 'cloud',
    message: `The application or the tenant belongs to another cloud than ${cloud.title}. Choose the cloud in which the tenant was made, and register the application there.`,
  };
}

const busyWording: Wording = {
  message:
    "Microsoft's sign-in service is busy and answers with an error of its own. Try again in a few minutes.",
};

/** Says what Microsoft says, for a refusal that none of the wordings is about. */
function unknown(error: IdentityError, { credential, ...place }: SignIn): Wording {
  const said =
    credential.kind === 'secret'
      ? error.message.replaceAll(credential.secret.reveal(), '[secret]')
      : error.message;
  const [firstLine = ''] = said.split(/[\r\n]/);
  const where =
    unknownPlaces[error.oauthError]?.(place) ?? `the application under ${registrationsPlace(place)}`;
  return { message: `${sentence(firstLine.trim())} Check ${where}.` };
}

const unknownPlaces: Readonly<Record<string, (place: AppPlace) => string>> = {
  invalid_client: (place) => `the credential under ${credentialsPlace(place)}`,
  unauthorized_client: (place) => `that the client id is one of ${registrationsPlace(place)}`,
};

function detail(error: IdentityError): string {
  return [
    error.aadsts === null ? error.oauthError : `AADSTS${error.aadsts} (${error.oauthError})`,
    error.correlationId === null ? null : `correlation id ${error.correlationId}`,
    error.traceId === null ? null : `trace id ${error.traceId}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
