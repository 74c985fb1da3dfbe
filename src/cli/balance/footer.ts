import type { BalanceLine, ResourceAge } from '../../api/contract/balance.ts';
import { ago, moment } from '../output/moments.ts';
import type { Paint } from '../output/paint.ts';
import { staleLines } from '../output/resources.ts';
import { visible } from '../../api/contract/visible.ts';
import { count, listed, quoted } from '../output/words.ts';
import { wrapped } from '../output/wrap.ts';

/** What stands below a balance: how old and how complete it is, and whether it reconciles. */
export function footerLines(
  lines: readonly BalanceLine[],
  resources: readonly ResourceAge[] | null,
  isOnly: boolean,
  now: Date,
  width: number,
  paint: Paint,
): readonly string[] {
  const stale = resources === null ? [] : staleLines(resources, now);
  const footer = [
    ageLine(lines, resources === null ? null : stale.length === 0, now),
    ...stale.map((line) => paint('warning', visible(line))),
    ...stampLines(lines, isOnly, paint),
  ];
  return footer.flatMap((line) => wrapped(line, width, '  '));
}

function ageLine(lines: readonly BalanceLine[], complete: boolean | null, now: Date): string {
  const asOf = lines.find((line) => line.asOf !== null)?.asOf ?? null;
  if (asOf === null) return 'As of: not known.';
  const completeness = complete === null ? '' : complete ? ', complete' : ', not complete';
  return `As of ${moment(asOf)}, ${ago(asOf, now)}${completeness}.`;
}

function stampLines(lines: readonly BalanceLine[], isOnly: boolean, paint: Paint): readonly string[] {
  const open = lines.filter((line) => line.status === 'open');
  const unchecked = lines.filter((line) => line.status === 'unknown');
  if (open.length === 0 && unchecked.length === 0) {
    return [
      paint(
        'good',
        `Balanced: ${count(lines.length, 'product')} ${lines.length === 1 ? 'reconciles' : 'reconcile'} with Microsoft's own count.`,
      ),
    ];
  }
  return [
    ...stamp(open, ['does not reconcile', 'do not reconcile'], isOnly, (text) => paint('bad', text)),
    ...stamp(unchecked, ['cannot be checked', 'cannot be checked'], isOnly, (text) => paint('warning', text)),
  ];
}

function stamp(
  lines: readonly BalanceLine[],
  [one, many]: readonly [one: string, many: string],
  isOnly: boolean,
  colored: (text: string) => string,
): readonly string[] {
  const [first] = lines;
  if (first === undefined) return [];
  const named = lines.slice(0, 3).map((line) => visible(line.productName));
  const rest = lines.length > 3 ? [`${lines.length - 3} more`] : [];
  const tenant = isOnly ? '' : ` --tenant ${first.tenantId}`;
  return [
    colored(
      `${count(lines.length, 'product')} ${lines.length === 1 ? one : many}: ${listed([...named, ...rest])}.`,
    ),
    `  Why: seatledger balance --explain ${quoted(first.skuPartNumber ?? first.skuId)}${tenant}`,
  ];
}
