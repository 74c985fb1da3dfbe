import type { BalanceLine } from '../../api/contract/balance.ts';
import { count, figure, listed, sentence } from '../output/words.ts';
import { positive } from './state.ts';

/** One sentence that says what matters in the balance of a tenant. */
export function headline(lines: readonly BalanceLine[]): string {
  const paid = lines.filter((line) => line.class === 'paid');
  const parts = [shortage(lines), expired(lines), grace(lines), spare(paid), orphans(lines)].filter(
    (part) => part !== null,
  );
  return `${sentence(parts.join('; '))}.`;
}

type Part = string | null;

function shortage(lines: readonly BalanceLine[]): Part {
  const short = lines.filter((line) => positive(line.trueOver));
  if (short.length === 0) return null;
  if (short.length <= 2)
    return listed(short.map((line) => `${line.productName} is ${figure(line.trueOver)} short`));
  const worst = short.reduce((a, b) => ((b.trueOver ?? 0) > (a.trueOver ?? 0) ? b : a));
  return `${count(short.length, 'product')} are short, ${worst.productName} most of all, by ${figure(worst.trueOver)}`;
}

function expired(lines: readonly BalanceLine[]): Part {
  return held(lines, 'ghost', 'on expired units');
}

function grace(lines: readonly BalanceLine[]): Part {
  return held(lines, 'graceHeld', 'only by units in grace');
}

function held(lines: readonly BalanceLine[], field: 'ghost' | 'graceHeld', how: string): Part {
  const concerned = lines.filter((line) => positive(line[field]));
  if (concerned.length === 0) return null;
  const seats = concerned.reduce((sum, line) => sum + (line[field] ?? 0), 0);
  const what =
    concerned.length === 1 ? (concerned[0]?.productName ?? '') : count(concerned.length, 'product');
  return `${count(seats, 'seat')} of ${what} ${seats === 1 ? 'is' : 'are'} held ${how}`;
}

function spare(paid: readonly BalanceLine[]): Part {
  if (paid.length === 0) return 'no paid product';
  const known = paid.filter((line) => line.available !== null);
  if (known.length === 0) return 'how many paid seats are free is not known';
  const free = known.reduce((sum, line) => sum + Math.max(0, line.available ?? 0), 0);
  return free === 0
    ? 'no paid seat is free'
    : `${count(free, 'paid seat')} ${free === 1 ? 'is' : 'are'} free`;
}

function orphans(lines: readonly BalanceLine[]): Part {
  const found = lines.filter((line) => line.class === 'no-subscription').length;
  if (found === 0) return null;
  return `${count(found, 'product')} ${found === 1 ? 'is' : 'are'} held without a subscription`;
}
