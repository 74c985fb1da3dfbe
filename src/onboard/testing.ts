import assert from 'node:assert/strict';
import { Secret } from '../domain/secret.ts';
import { makeCertificate } from '../graph/testing/certificates.ts';
import { createHttp } from '../graph/http.ts';
import type { Interceptor } from '../simulator/answer.ts';
import { startSimulator, type Simulator } from '../simulator/simulator.ts';
import { checkConnection, type ConnectOutcome } from './connect.ts';
import type { ConnectContext, StepResult } from './step.ts';
import type { ConnectInput } from './steps/input.ts';

const dayMs = 86_400_000;
/** MSAL signs with the time of the machine, so that the tests begin now, at a whole second as certificates know it. */
const start = Math.floor(Date.now() / 1000) * 1000;

/** The moment so many days after the beginning. */
export function inDays(days: number): Date {
  return new Date(start + days * dayMs);
}

/** A stand-in of Microsoft, and a machine beside it whose clock moves only while it waits. */
export async function setUp(
  options: { readonly tenants?: number; readonly clockAheadSeconds?: number } = {},
) {
  let waitedMs = 0;
  const now = () => new Date(start + waitedMs);
  const ahead = (options.clockAheadSeconds ?? 0) * 1000;
  const microsoftsNow = () => new Date(now().getTime() - ahead);
  const simulator = await startSimulator({ now: microsoftsNow, users: 60, tenants: options.tenants ?? 1 });
  // Node writes the time of this machine into every answer; Microsoft writes its own.
  simulator.intercept(() => ({ headers: { date: microsoftsNow().toUTCString() } }));
  const { http, close } = createHttp();
  const [tenant] = simulator.tenants;
  assert.ok(tenant);
  const waits: { seconds: number; onWait?: () => void } = { seconds: 0 };

  const connect = (
    input: Partial<ConnectInput> = {},
    context: Partial<ConnectContext> = {},
  ): Promise<ConnectOutcome> => {
    const secret = input.certificate ? {} : { secret: new Secret(tenant.secret) };
    return checkConnection(
      {
        tenant: tenant.id,
        clientId: tenant.clientId,
        cloud: 'custom',
        authorityHost: simulator.url,
        graphHost: simulator.url,
        ...secret,
        ...input,
      },
      {
        http,
        now,
        random: () => 0.5,
        known: () => Promise.resolve(null),
        report: () => {},
        log: { debug: () => {}, warn: () => {} },
        ...context,
        async wait(milliseconds) {
          waitedMs += milliseconds;
          waits.seconds += milliseconds / 1000;
          waits.onWait?.();
        },
      },
    );
  };
  return {
    simulator,
    tenant,
    connect,
    http,
    waits,
    async [Symbol.asyncDispose]() {
      await close();
      await simulator.close();
    },
  };
}

/** The step that failed, which must be the last one said. */
export function failure(
  outcome: ConnectOutcome,
  fault: 'input' | 'refused' | 'unreachable' = 'refused',
): StepResult {
  assert.ok(!outcome.ok, 'it connected');
  assert.equal(outcome.fault, fault, JSON.stringify(outcome.steps));
  const last = outcome.steps.at(-1);
  assert.equal(last?.result, 'failed');
  return last;
}

/** The outcome, which must be a connection. */
export function connected(outcome: ConnectOutcome) {
  assert.ok(outcome.ok, JSON.stringify(outcome.steps, null, 1));
  return outcome;
}

/** The first step that carries the code. */
export function coded(outcome: ConnectOutcome, code: string): StepResult {
  const step = outcome.steps.find((each) => each.code === code);
  assert.ok(step, `no ${code} in ${JSON.stringify(outcome.steps)}`);
  return step;
}

/** How often a token was asked for. */
export function tokenRequests(simulator: Simulator): number {
  return simulator.requests().filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;
}

/** Answers paths that end so in place of the simulator, the first times only or always. */
export function answering(end: string, status: number, body: object, times = Infinity): Interceptor {
  let left = times;
  return ({ path }) => (path.endsWith(end) && left-- > 0 ? { status, body: { ...body } } : undefined);
}

/** What Microsoft Graph says where a permission is missing. */
export const forbidden = {
  error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' },
};

/** A certificate with its key as PEM, valid from yesterday on and for so many days from now. */
export function certificateFile(days: number): { readonly file: Buffer; readonly certificatePem: string } {
  const { certificate, key } = makeCertificate({
    from: new Date(start - dayMs).toISOString(),
    to: inDays(days).toISOString(),
  });
  return { file: Buffer.from(certificate + key), certificatePem: certificate };
}
