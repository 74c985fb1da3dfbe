/** Time as the graph room sees it; `wait` may end early by throwing when the signal is aborted. */
export type Clock = {
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/** When the next request to one tenant may go out. */
export type Pace = {
  /** Waits for the end of a pause and for so many resource units, and takes them. */
  turn(units: number): Promise<void>;
  /** Holds every request back until then. */
  pause(until: Date): void;
};

// https://learn.microsoft.com/graph/throttling-limits (identity and access): resource units per 10 s, by tenant size.
const budgets = [
  { below: 50, units: 3500 },
  { below: 501, units: 5000 },
  { below: Infinity, units: 8000 },
];
const secondsOfBudget = 10;
const ourShare = 0.25;

/** A token bucket with a quarter of what Microsoft allows an app in a tenant of that many users (unknown: the least). */
export function createPace(o: {
  readonly clock: Clock;
  readonly userCount?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}): Pace {
  const capacity = ourShare * unitsAllowed(o.userCount ?? 0);
  const perMs = capacity / (secondsOfBudget * 1000);
  let left = capacity;
  let countedAt = o.clock.now().getTime();
  let pausedUntil = 0;

  function take(units: number): number {
    const at = o.clock.now().getTime();
    left = Math.min(capacity, left + Math.max(0, at - countedAt) * perMs);
    countedAt = at;
    left -= units;
    return left >= 0 ? 0 : Math.ceil(-left / perMs);
  }

  return {
    async turn(units) {
      const waitMs = take(units);
      if (waitMs > 0) await o.clock.wait(waitMs, o.signal);
      for (;;) {
        const pauseMs = pausedUntil - o.clock.now().getTime();
        if (pauseMs <= 0) return;
        await o.clock.wait(pauseMs, o.signal);
      }
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until.getTime());
    },
  };
}

function unitsAllowed(userCount: number): number {
  return (budgets.find((budget) => userCount < budget.below) ?? budgets[0] ?? { units: 0 }).units;
}
