import type { Answer } from '../answer.ts';
import type { Tenant } from '../tenant.ts';
import type { Query } from './query.ts';

/** A Graph request that was authenticated, on its way to an endpoint. */
export type Call = {
  readonly tenant: Tenant;
  /** Scheme, host and port by which the client reached us: links lead back there. */
  readonly origin: string;
  /** Path below `/v1.0`. */
  readonly path: string;
  /** What the path pattern captured. */
  readonly parameters: readonly string[];
  readonly query: Query;
  /** App roles of Microsoft Graph that count for this call. */
  readonly roles: ReadonlySet<string>;
  readonly now: Date;
};

/** One thing that Graph can be asked for. */
export type Endpoint = {
  /** Matched against the path below `/v1.0`. */
  readonly path: RegExp;
  /** App roles of which one is enough. */
  readonly roles: readonly string[];
  /** Resource units before the modifiers. */
  readonly units: number;
  /** Throws GraphRefusal for what cannot be answered. */
  readonly answer: (call: Call) => Answer;
};
