import { Type, type Static } from 'typebox';
import { Instant, Text } from './shared.ts';

/** The clouds that Microsoft runs, and one for a stand-in of them. */
export const cloudNames = ['global', 'usgov', 'usgov-dod', 'china', 'custom'] as const;
export type CloudName = (typeof cloudNames)[number];

/** A tenant that Seatledger collects from. */
export const Tenant = Type.Object({
  id: Type.String(),
  name: Type.String(),
  domain: Text,
  clientId: Type.String(),
  cloud: Type.Enum([...cloudNames]),
  credential: Type.Object({
    kind: Type.Enum(['secret', 'certificate']),
    endsAt: Type.Union([Instant, Type.Null()]),
  }),
  state: Type.Enum(['active', 'paused', 'refused']),
  /** When the newest run started, whatever became of it. */
  lastRun: Type.Union([Instant, Type.Null()]),
  asOf: Type.Union([Instant, Type.Null()]),
  users: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.Optional(Type.String()),
});
export type Tenant = Static<typeof Tenant>;

/** What `connect` is given; the secret parts arrive as text and are sealed before they are kept. */
export const ConnectRequest = Type.Object({
  tenant: Type.String(),
  clientId: Type.String(),
  cloud: Type.Optional(Type.Enum([...cloudNames])),
  name: Type.Optional(Type.String()),
  secret: Type.Optional(Type.String()),
  certificate: Type.Optional(
    Type.Union([
      /** The text of a PEM file with the certificate and its private key, encrypted or not. */
      Type.Object({ pem: Type.String(), password: Type.Optional(Type.String()) }),
      /** A PFX file, base64. */
      Type.Object({ pfx: Type.String(), password: Type.Optional(Type.String()) }),
      /** A certificate made here (`POST /certificates`), by its id. */
      Type.Object({ made: Type.String() }),
    ]),
  ),
  /** Only with cloud `custom`. */
  authorityHost: Type.Optional(Type.String()),
  /** Only with cloud `custom`. */
  graphHost: Type.Optional(Type.String()),
  /** Try again for up to two minutes where Microsoft may only be slow. */
  wait: Type.Optional(Type.Boolean()),
});
export type ConnectRequest = Static<typeof ConnectRequest>;

/** A certificate made here: its public part, to be uploaded to the app registration. The private key stays here. */
export const MadeCertificate = Type.Object({
  id: Type.String(),
  /** The certificate as a `.cer` file (DER), base64. */
  cer: Type.String(),
  /** SHA-1 of it in hex, as the portal shows it. */
  thumbprint: Type.String(),
  endsAt: Instant,
});
export type MadeCertificate = Static<typeof MadeCertificate>;

/** What may be changed of a tenant; its ids, cloud and credential only by connecting it again. */
export const ChangeTenantRequest = Type.Object({
  paused: Type.Optional(Type.Boolean()),
  /** The name to show; null for Microsoft's. */
  name: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
});
export type ChangeTenantRequest = Static<typeof ChangeTenantRequest>;

/** What one step of connecting found. */
export const StepResult = Type.Object({
  step: Type.String(),
  /** `note` is something worth saying that stops nothing. */
  result: Type.Enum(['ok', 'note', 'warning', 'failed']),
  /** What we saw, the likely cause and the place to fix it. */
  message: Type.String(),
  /** Stable name of the case, such as `B-CS-01`. */
  code: Type.Optional(Type.String()),
  /** Microsoft's own code and correlation id, for support. */
  detail: Type.Optional(Type.String()),
});
export type StepResult = Static<typeof StepResult>;

/** The outcome of connecting. */
export const ConnectAnswer = Type.Object({
  connected: Type.Boolean(),
  /** True when the tenant was known and its credential was replaced. */
  replaced: Type.Boolean(),
  tenant: Type.Union([Tenant, Type.Null()]),
  /** Who has to act when it failed: the caller's input, Microsoft's side, or a host out of reach. */
  fault: Type.Union([Type.Enum(['input', 'refused', 'unreachable']), Type.Null()]),
  steps: Type.Array(StepResult),
});
export type ConnectAnswer = Static<typeof ConnectAnswer>;

/** One line of the health of the set-up. */
export const HealthCheck = Type.Object({
  name: Type.String(),
  result: Type.Enum(['ok', 'warning', 'failed']),
  message: Type.String(),
});
export type HealthCheck = Static<typeof HealthCheck>;

/** The set-up of this Seatledger and its health. */
export const System = Type.Object({
  version: Type.String(),
  /** In words, without a password. */
  database: Type.String(),
  dataDir: Type.String(),
  checks: Type.Array(HealthCheck),
});
export type System = Static<typeof System>;

/** A permission at Microsoft, what is read with it, and what is missing without it. */
export const PermissionLine = Type.Object({
  name: Type.String(),
  tier: Type.Enum(['minimum', 'optional']),
  reads: Type.Array(Type.String()),
  without: Type.String(),
});
export type PermissionLine = Static<typeof PermissionLine>;
