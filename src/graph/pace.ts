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

// https://learn.microsoft.com/graph/throttling-limits (identity and access): per app and tenant in ten seconds.
function unitsAllowed(userCount: number): number {
  if (userCount < 50) return 3500;
  return userCount <= 500 ? 5000 : 8000;
}
