import type { BalanceLine } from '../../../src/api/contract/balance.ts';

/** A product on two days; null where it was not there. */
export type Compared = {
  readonly skuId: string;
  readonly productName: string;
  readonly partNumber: string | null;
  readonly first: BalanceLine | null;
  readonly second: BalanceLine | null;
};

/** The figures that are compared. */
export const comparedFigures = ['enabled', 'consumed', 'available'] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/** Two balances product by product, in the order of the later one; what is no longer there comes last. */
export function compare(first: readonly BalanceLine[], second: readonly BalanceLine[]): readonly Compared[] {
  const before = new Map(first.map((line) => [line.skuId, line]));
  const now = new Set(second.map(({ skuId }) => skuId));
  return [
    ...second.map((line) => pair(line, before.get(line.skuId) ?? null, line)),
    ...first.filter(({ skuId }) => !now.has(skuId)).map((line) => pair(line, line, null)),
  ];
}

/** By how much a figure changed; null where it is not known. */
export function difference({ first, second }: Compared, figure: ComparedFigure): number | null {
  const before = valueOn(first, figure);
  const now = valueOn(second, figure);
  return before === null || now === null ? null : now - before;
}

/** A figure of a product on a day; one that was not there had none of it. */
export function valueOn(line: BalanceLine | null, figure: ComparedFigure): number | null {
  return line === null ? 0 : line[figure];
}

/** Whether a figure changed, came to be known or went out of sight. */
export function hasChanged(row: Compared): boolean {
  if (row.first === null || row.second === null) return true;
  return comparedFigures.some((figure) => row.first?.[figure] !== row.second?.[figure]);
}

function pair(line: BalanceLine, first: BalanceLine | null, second: BalanceLine | null): Compared {
  const { skuId, productName, skuPartNumber: partNumber } = line;
  return { skuId, productName, partNumber, first, second };
}
