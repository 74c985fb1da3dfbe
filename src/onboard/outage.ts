import { GraphError, IdentityError, MalformedAnswer, PutOff, Unreachable } from '../graph/errors.ts';
import { StepFailed } from './step.ts';
import { sentence } from './words.ts';

/** A step that failed because no answer came that it could use, or null for an error that is not Microsoft's. */
export function outage(step: string, error: unknown, proxy: string | undefined): StepFailed | null {
  if (error instanceof Unreachable) {
    const advice = error.cause === undefined ? '' : ` ${openTheWay(proxy)}`;
    return new StepFailed('unreachable', [
      { step, code: 'B-CL-11', message: sentence(error.message) + advice },
    ]);
  }
  if (error instanceof MalformedAnswer) {
    const message = `${sentence(error.message)} A proxy or a sign-in page of the network may answer in Microsoft's place.`;
    return new StepFailed('unreachable', [{ step, code: 'B-CL-11', message }]);
  }
  if (error instanceof PutOff) {
    return new StepFailed('unreachable', [{ step, message: `${sentence(error.message)} Try again then.` }]);
  }
  if (error instanceof GraphError || error instanceof IdentityError) {
    const busy = isBusy(error);
    const advice = busy
      ? 'Try again in a few minutes.'
      : 'If the application is new, try again in a few minutes.';
    return new StepFailed(busy ? 'unreachable' : 'refused', [
      { step, message: `${sentence(error.message)} ${advice}` },
    ]);
  }
  return null;
}

/** Whether the trouble is Microsoft's own and passes. */
export function isBusy(error: GraphError | IdentityError): boolean {
  const status = error.httpStatus;
  return (
    status === 429 ||
    status >= 500 ||
    (error instanceof IdentityError && error.oauthError === 'temporarily_unavailable')
  );
}

/** For a host that did not answer at all; one in trouble did. */
function openTheWay(proxy: string | undefined): string {
  const via = proxy ? `through the proxy ${hostOf(proxy)}` : 'directly; no proxy is set (HTTPS_PROXY)';
  return `Seatledger connected ${via}. A firewall or proxy must let this machine reach that host and port.`;
}

/** Without the name and password that a proxy address may carry. */
function hostOf(proxy: string): string {
  return URL.canParse(proxy) ? new URL(proxy).host : 'that the environment names';
}
