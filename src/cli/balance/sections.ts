import type { BalanceLine } from '../../api/contract/balance.ts';

/** The lines of one class of product under their heading. */
export type Section = {
  readonly title: string;
  readonly lines: readonly BalanceLine[];
};

/** The balance of one tenant in the order it is read: what is paid for first. */
export function sections(lines: readonly BalanceLine[]): readonly Section[] {
  return order
    .map(({ title, classes }) => ({ title, lines: lines.filter((line) => classes.includes(line.class)) }))
    .filter((section) => section.lines.length > 0);
}

const order: readonly { readonly title: string; readonly classes: readonly BalanceLine['class'][] }[] = [
  { title: 'Paid', classes: ['paid'] },
  { title: 'Trial', classes: ['trial'] },
  { title: 'Free and self-service', classes: ['free'] },
  { title: 'Not assigned to people', classes: ['unassigned', 'company'] },
  { title: 'No subscription', classes: ['no-subscription'] },
];
