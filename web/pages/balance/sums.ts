import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Sum } from '../../ui/sum-text.tsx';
import type { Words } from '../../words/words.tsx';
import { type SumField, sumOf } from './figures.ts';

/** How many products a sum over products names before it says "and n more". */
const most = 7;

/** A sum over products, the greatest first. */
export function sumOverProducts(
  lines: readonly BalanceLine[],
  field: SumField,
  title: string,
  { t }: Pick<Words, 't'>,
): Sum {
  const parts = lines
    .flatMap((line) => {
      const value = line[field];
      return value === null || value === 0 ? [] : [{ label: line.productName, value }];
    })
    .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value));
  const shown = parts.length > most + 1 ? parts.slice(0, most) : parts;
  const rest = parts.slice(shown.length);
  const more = {
    label: t('balance.moreProducts', { count: rest.length }),
    value: rest.reduce((sum, { value }) => sum + value, 0),
  };
  const unknown = lines.filter((line) => line[field] === null).length;
  return {
    title,
    terms: [...shown, ...(rest.length === 0 ? [] : [more])].map(({ label, value }, index) => ({
      sign: value < 0 ? '\u2212' : index === 0 ? '' : '+',
      label,
      value: Math.abs(value),
    })),
    result: sumOf(lines, field),
    note: unknown === 0 ? t('balance.paidOnly') : t('balance.paidKnown', { unknown }),
  };
}
