import type { BalanceLine } from '../../api/contract/balance.ts';
import type { Tone } from '../output/paint.ts';
import { figure } from '../output/words.ts';

/** The status of a line in words: whether it reconciles, then what needs a look. */
export function stateWords(line: BalanceLine): string {
  return [line.status, ...concerns(line)].join(' · ');
}

/** The color beside those words. */
export function stateTone(line: BalanceLine): Tone {
  if (line.status === 'open' || positive(line.trueOver)) return 'bad';
  return line.status === 'unknown' || concerns(line).length > 0 ? 'warning' : 'good';
}

/** Whether a figure is known and above zero. */
export function positive(value: number | null): value is number {
  return value !== null && value > 0;
}

function concerns(line: BalanceLine): readonly string[] {
  return [
    ...(positive(line.trueOver) ? [`${figure(line.trueOver)} short`] : []),
    ...(positive(line.ghost) ? [`${figure(line.ghost)} expired`] : []),
    ...(positive(line.graceHeld) ? ['in grace'] : []),
    ...(line.class === 'no-subscription' ? [`${figure(line.counted)} held`] : []),
  ];
}
