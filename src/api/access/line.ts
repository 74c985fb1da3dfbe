import { Refusal } from '../contract/refusal.ts';

/** Work that only a few may do at once, the others waiting in line. */
export type Line = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * A line before `places` places in which at most `mostWaiting` wait.
 * @throws Refusal with the code `too-many` for whoever comes after them.
 */
export function createLine(places: number, mostWaiting: number): Line {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else if (waiting.length < mostWaiting) await new Promise<void>((turn) => void waiting.push(turn));
    else throw tooMany();
    try {
      return await work();
    } finally {
      // A place is handed to the next in line without being free in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

function tooMany(): Refusal {
  return new Refusal('too-many', 'Too many people sign in at this moment. Try again in a few seconds.', {
    retryAfter: 5,
  });
}
