import type { BalanceLine } from '../../src/api/contract/balance.ts';

/** The state of a product in one word, the most pressing that applies. */
export const productStates = [
  'over',
  'deadSeats',
  'inGrace',
  'suspended',
  'tight',
  'ok',
  'spare',
  'unused',
  'free',
  'capacity',
  'noSubscription',
  'unknown',
] as const;
export type ProductState = (typeof productStates)[number];

/** From here on few seats are left: a twentieth of what can be used. */
const tightShare = 0.05;
/** Below this utilization a product has seats to spare. */
const spareUtilization = 0.8;

/** What state a line of the balance is in. */
export function productState(line: BalanceLine): ProductState {
  if (line.class === 'no-subscription') return 'noSubscription';
  if (line.class === 'company') return 'capacity';
  if (line.class === 'free') return 'free';
  const { enabled, usable, consumed, available, trueOver, ghost, graceHeld, warning } = line;
  if (usable === null || consumed === null || available === null) return 'unknown';
  if ((trueOver ?? 0) > 0) return 'over';
  if ((ghost ?? 0) > 0) return 'deadSeats';
  if ((graceHeld ?? 0) > 0 || ((warning ?? 0) > 0 && enabled === 0)) return 'inGrace';
  if (usable === 0) return (line.suspended ?? 0) + (line.lockedOut ?? 0) > 0 ? 'suspended' : 'unused';
  if (line.class === 'unassigned') return 'ok';
  if (available <= usable * tightShare) return 'tight';
  return consumed < usable * spareUtilization ? 'spare' : 'ok';
}

/** Whether someone should look at a product in this state. */
export function needsAttention(state: ProductState): boolean {
  return state === 'over' || state === 'deadSeats' || state === 'inGrace' || state === 'noSubscription';
}
