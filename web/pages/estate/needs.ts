import type { EstateLine } from '../../../src/api/contract/overview.ts';

/** Why a tenant needs someone, in the order of the counters. */
export const needs = ['over', 'grace', 'renewal', 'refused', 'credential'] as const;
export type Need = (typeof needs)[number];

/** What comes within so many days is said beforehand. */
export const soonDays = 30;

/** Why this tenant needs someone; empty when it does not. */
export function needsOf(line: EstateLine, now: Date): readonly Need[] {
  return needs.filter((need) => has[need](line, now));
}

const has: Readonly<Record<Need, (line: EstateLine, now: Date) => boolean>> = {
  over: ({ overAssigned }) => overAssigned > 0,
  grace: ({ inGrace }) => inGrace > 0,
  renewal: ({ nextRenewal }, now) => nextRenewal !== null && isSoon(nextRenewal, now),
  // What is held waits for a person just as well.
  refused: ({ tenant, resources, held }) =>
    tenant.state === 'refused' || held > 0 || resources.some(({ state }) => state === 'kept'),
  credential: ({ tenant }, now) => tenant.credential.endsAt !== null && isSoon(tenant.credential.endsAt, now),
};

/** Whether an instant is past, or within the next days. */
function isSoon(instant: string, now: Date): boolean {
  return new Date(instant).getTime() - now.getTime() <= soonDays * 86_400_000;
}
