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
    Type.Object({
      /** The file as it came, base64: PEM, encrypted PEM or PFX. */
      file: Type.String(),
      password: Type.Optional(Type.String()),
    }),
  ),
  /** Only with cloud `custom`. */
  authorityHost: Type.Optional(Type.String()),
  /** Only with cloud `custom`. */
  graphHost: Type.Optional(Type.String()),
  /** Try again for up to two minutes where Microsoft may only be slow. */
  wait: Type.Optional(Type.Boolean()),
});
export type ConnectRequest = Static<typeof ConnectRequest>;

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
