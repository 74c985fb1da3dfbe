import { createHash, X509Certificate } from 'node:crypto';
import { dice, guid, hash } from '../company/chance.ts';

/** A client secret of the application. */
export type AppSecret = {
  readonly keyId: string;
  readonly value: string;
  readonly displayName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** A certificate of the application. */
export type AppCertificate = {
  readonly keyId: string;
  readonly certificate: X509Certificate;
  /** Thumbprints, upper-case hex. */
  readonly sha1: string;
  readonly sha256: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** The application as its tenant knows it; everything an administrator can change about it is a field. */
export type Application = {
  readonly displayName: string;
  readonly clientId: string;
  /** Object ids of the app registration and of its service principal (the enterprise application). */
  readonly objectId: string;
  readonly principalId: string;
  secrets: readonly AppSecret[];
  certificates: readonly AppCertificate[];
  /** App roles of Microsoft Graph with admin consent. */
  readonly roles: Set<string>;
  isRegistered: boolean;
  hasPrincipal: boolean;
  isEnabled: boolean;
  isPublicClient: boolean;
  isBlockedByConditionalAccess: boolean;
};

/** The edits that a person makes in the admin center. */
export type ApplicationEdits = {
  /** Gives the value of a new secret, shown once as in the portal. */
  addSecret(options?: { readonly endsAt?: Date }): string;
  removeSecrets(): void;
  /** Lets every secret end at the given moment. */
  endSecrets(at: Date): void;
  addCertificate(pem: string): void;
  removeCertificates(): void;
  /** Switches sign-in off (or on again) for the enterprise application. */
  disable(): void;
  enable(): void;
  /** Deletes the app registration, and with it the service principal. */
  remove(): void;
  removeServicePrincipal(): void;
  /** Marks the registration as a public (mobile or desktop) client. */
  makePublicClient(): void;
  /** Conditional Access for workload identities refuses it. */
  blockByConditionalAccess(): void;
};

/** A registered application with one secret and the two permissions that a collector needs. */
export function createApplication(seed: number, now: Date): Application {
  const application: Application = {
    displayName: 'Seatledger',
    clientId: guid(seed, 60, 0),
    objectId: guid(seed, 61, 0),
    principalId: guid(seed, 62, 0),
    secrets: [],
    certificates: [],
    roles: new Set(['Directory.Read.All', 'User.Read.All']),
    isRegistered: true,
    hasPrincipal: true,
    isEnabled: true,
    isPublicClient: false,
    isBlockedByConditionalAccess: false,
  };
  applicationEdits(application, seed, () => now).addSecret();
  return application;
}

/** The edits of one application; ids and values of new secrets follow from the seed. */
export function applicationEdits(application: Application, seed: number, now: () => Date): ApplicationEdits {
  return {
    addSecret(options = {}) {
      const nth = application.secrets.length;
      const value = secretValue(hash(seed, nth, 63));
      application.secrets = [
        ...application.secrets,
        {
          keyId: guid(seed, 64, nth),
          value,
          displayName: 'collector',
          startsAt: now(),
          endsAt: options.endsAt ?? later(now(), 2 * 365),
        },
      ];
      return value;
    },
    removeSecrets: () => void (application.secrets = []),
    endSecrets: (at) =>
      void (application.secrets = application.secrets.map((each) => ({ ...each, endsAt: at }))),
    addCertificate(pem) {
      const certificate = new X509Certificate(pem);
      const nth = application.certificates.length;
      application.certificates = [
        ...application.certificates,
        {
          keyId: guid(seed, 65, nth),
          certificate,
          sha1: thumbprint(certificate, 'sha1'),
          sha256: thumbprint(certificate, 'sha256'),
          startsAt: certificate.validFromDate,
          endsAt: certificate.validToDate,
        },
      ];
    },
    removeCertificates: () => void (application.certificates = []),
    disable: () => void (application.isEnabled = false),
    enable: () => void (application.isEnabled = true),
    remove() {
      application.isRegistered = false;
      application.hasPrincipal = false;
    },
    removeServicePrincipal: () => void (application.hasPrincipal = false),
    makePublicClient: () => void (application.isPublicClient = true),
    blockByConditionalAccess: () => void (application.isBlockedByConditionalAccess = true),
  };
}

/** 40 characters, as long as and with the letters of Microsoft's. */
function secretValue(seed: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
  const next = dice(seed, 0);
  const text = Array.from({ length: 39 }, () => letters.charAt(next() % letters.length)).join('');
  return `${text.slice(0, 3)}8Q~${text.slice(5)}`;
}

function thumbprint(certificate: X509Certificate, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(certificate.raw).digest('hex').toUpperCase();
}

function later(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}
