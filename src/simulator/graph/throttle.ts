import type { Answer } from '../answer.ts';

/** The budget of one application in one tenant, in resource units: a bucket that refills in ten seconds. */
export type Throttle = {
  /** Seconds to wait where the budget is used up, null where it is not; being asked in vain costs as well. */
  refuse(now: Date, units: number): number | null;
  /** Takes the units of an answered request; gives the part of the budget in use, from 0 to 1. */
  charge(now: Date, units: number): number;
};

/** What Microsoft documents by the number of users: 3,500, 5,000 or 8,000 resource units in ten seconds. */
export function documentedBudget(users: number): number {
  if (users < 50) return 3500;
  return users <= 500 ? 5000 : 8000;
}

/** A full bucket; `budget` is asked each time since tenants grow. */
export function createThrottle(budget: () => number): Throttle {
  let used = 0;
  let at = 0;

  function refill(now: Date): void {
    used = Math.max(0, used - (Math.max(0, now.getTime() - at) / 10_000) * budget());
    at = now.getTime();
  }

  return {
    refuse(now, units) {
      refill(now);
      if (used + units <= budget()) return null;
      used = Math.min(2 * budget(), used + units);
      return Math.max(1, Math.ceil(((used - budget() + units) / budget()) * 10));
    },
    charge(now, units) {
      refill(now);
      used += units;
      return used / budget();
    },
  };
}

/** Units of a call: `$select` makes it cheaper, so does a page below 20, never below 1. */
export function unitsOf(base: number, options: URLSearchParams): number {
  const top = Number(options.get('$top') ?? 100);
  return Math.max(
    1,
    base - (options.has('$select') ? 1 : 0) - (top < 20 ? 1 : 0) + (options.has('$expand') ? 1 : 0),
  );
}

/** The answer to a request that comes too soon. */
export function throttledAnswer(
  seconds: number,
  appId: string,
  tenantId: string,
  now: Date,
  requestId: string,
): Answer {
  return {
    status: 429,
    headers: {
      'content-type': 'application/json',
      'retry-after': String(seconds),
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${appId}/${tenantId}`,
      'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
    },
    body: {
      error: {
        code: 'TooManyRequests',
        message: 'Please retry again later.',
        innerError: {
          code: '429',
          date: now.toISOString().slice(0, 19),
          message: 'Please retry after',
          'request-id': requestId,
          status: '429',
        },
      },
    },
  };
}
