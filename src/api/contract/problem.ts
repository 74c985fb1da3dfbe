import { Type, type Static } from 'typebox';
import { StepResult } from './tenants.ts';

/** The stable codes of everything that the API says no with. */
export const problemCodes = [
  'wrong-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'unsupported-media-type',
  'wrong-host',
  'not-connected',
  'too-many',
  'refused',
  'store',
  'failed',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** An error of the API (RFC 9457, `application/problem+json`). */
export const Problem = Type.Object({
  /** `about:blank`: the code says more than a page could. */
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  /** What was seen, the likely cause and the place to fix it. */
  detail: Type.String(),
  code: Type.Enum([...problemCodes]),
  /** Who has to act: the caller, whoever manages this Seatledger, someone in the tenant at Microsoft, or nobody but time. */
  act: Type.Enum(['caller', 'operator', 'tenant', 'wait']),
  /** Names the request in the log. */
  requestId: Type.String(),
  /** What each step of connecting found, with code `not-connected`. */
  steps: Type.Optional(Type.Array(StepResult)),
});
export type Problem = Static<typeof Problem>;
