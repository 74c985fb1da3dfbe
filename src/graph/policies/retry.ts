import { GraphError, IdentityError, MalformedAnswer, PutOff, Unreachable } from '../errors.ts';
import type { Clock, Pace } from '../pace.ts';

/** Repeats an attempt while its failure is one that passes; a repetition may be asked to use a new connection. */
export type Retry = <T>(attempt: (newConnection: boolean) => Promise<T>) => Promise<T>;

// Half of all answers may be errors (F-GR-05) and a read of a thousand pages still ends.
const attemptsPerRequest = 16;
// What is malformed so often in a row will stay so, and a person may be waiting.
const malformedInARow = 6;
const longestBackoffMs = 64_000;
const longestWaitMs = 120_000;
const putOffMs = 5 * 60_000;

/**
 * A retry policy with one budget for all its requests: two repetitions per answered request, and 32 to start with.
 * @throws PutOff when Microsoft asks for more than two minutes, or throttles until the attempts are used up;
 * else the last failure.
 */
export function createRetry(o: {
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: Pace;
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((until: Date, why: string) => void) | undefined;
}): Retry {
  let budget = 32;

  async function hold(failure: Error, nth: number): Promise<void> {
    const now = o.clock.now().getTime();
    const throttled = statusOf(failure) === 429;
    if (nth >= attemptsPerRequest || budget <= 0) {
      throw throttled ? new PutOff(new Date(now + putOffMs)) : failure;
    }
    budget -= 1;
    const until = new Date(retryAt(failure, nth, now, o.random));
    if (until.getTime() - now > longestWaitMs) throw new PutOff(until);
    o.onWait?.(until, failure.message);
    if (throttled && failure instanceof GraphError) o.pace.pause(until);
    else await o.clock.wait(until.getTime() - now, o.signal);
  }

  return async (attempt) => {
    let malformed = 0;
    for (let nth = 1, newConnection = false; ; nth += 1) {
      try {
        const result = await attempt(newConnection);
        budget += 2;
        return result;
      } catch (failure) {
        if (!(failure instanceof Error) || !passes(failure)) throw failure;
        malformed = failure instanceof MalformedAnswer ? malformed + 1 : 0;
        if (malformed === malformedInARow) throw failure;
        await hold(failure, nth);
        newConnection = [503, 504].includes(statusOf(failure));
      }
    }
  };
}

function passes(failure: Error): boolean {
  if (failure instanceof MalformedAnswer) return failure.retryable;
  if (failure instanceof IdentityError && failure.oauthError === 'temporarily_unavailable') return true;
  const status = statusOf(failure);
  return (
    failure instanceof Unreachable || status === 408 || status === 429 || (status >= 500 && status !== 501)
  );
}

function statusOf(failure: Error): number {
  return failure instanceof GraphError || failure instanceof IdentityError ? failure.httpStatus : 0;
}

/** `Retry-After` and up to a second, so that tenants do not all come back at once; else exponential with full jitter. */
function retryAt(failure: Error, nth: number, now: number, random: () => number): number {
  const asked = failure instanceof GraphError || failure instanceof IdentityError ? failure.retryAt : null;
  if (asked) return asked.getTime() + random() * 1000;
  return now + random() * Math.min(longestBackoffMs, 1000 * 2 ** (nth - 1));
}
