import { fontFamily } from '../theme.tsx';
import type { Column } from './column.ts';

const context = document.createElement('canvas').getContext('2d');

/** The padding of a cell on both sides, and the arrow of a sorted column, which at the end of a line has the space before the label. */
const around = { padding: 17, arrow: 14 };

/** How wide a header is in px, so that no language cuts its words. */
export function headerWidth<Row>({ label, align, sort }: Column<Row>): number {
  if (context === null) return 0;
  context.font = `600 12px ${fontFamily}`;
  const arrow = align === 'end' || sort === undefined ? 0 : around.arrow;
  return Math.ceil(context.measureText(label).width) + around.padding + arrow;
}
