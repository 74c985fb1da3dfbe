import type { Log } from '../graph/graph.ts';
import type { Http } from '../graph/http.ts';

/** What one step of connecting found. */
export type StepResult = {
  readonly step: string;
  /** `note` and `warning` stop nothing; `failed` ends the connecting. */
  readonly result: 'ok' | 'note' | 'warning' | 'failed';
  /** What we saw, the most likely cause, and the place to fix it. */
  readonly message: string;
  /** Stable name of the case, such as `B-CS-01`. */
  readonly code?: string;
  /** Microsoft's own words, code and correlation id, for support. */
  readonly detail?: string;
};

/** Who has to act: the caller's input, someone in the tenant, or whoever keeps a host out of reach. */
export type Fault = 'input' | 'refused' | 'unreachable';

/** What the steps are given: network, time and chance, and where to say what they find. */
export type ConnectContext = {
  readonly http: Http;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  readonly log: Log;
  /** The connection of a tenant that Seatledger has already, or null. */
  readonly known: (tenantId: string) => Promise<{ readonly name: string; readonly addedAt: string } | null>;
  /** Takes each result as it is found. */
  readonly report: (step: StepResult) => void;
  /** Address of the proxy that the environment names, for messages. */
  readonly proxy?: string | undefined;
};

/** A step that failed, which ends the connecting; the checks of the input may fail in several places at once. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  readonly fault: Fault;
  readonly steps: readonly StepResult[];

  constructor(fault: Fault, failures: readonly Omit<StepResult, 'result'>[]) {
    super(failures.map((failure) => failure.message).join(' '));
    this.fault = fault;
    this.steps = failures.map((failure) => ({ ...failure, result: 'failed' }));
  }
}
