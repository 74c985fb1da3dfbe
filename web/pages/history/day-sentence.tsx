import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { DayOfSku, LedgerDay } from '../../../src/api/contract/history.ts';
import { type Words, useWords } from '../../words/words.tsx';

/** How many products a closed day names. */
const named = 4;

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  dot: { color: tokens.colorNeutralForeground4, paddingInline: '7px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly day: LedgerDay;
  /** With every product, not only those of which most changed. */
  readonly whole: boolean;
};

/** What changed on a day: the products with the most changes first, then the people. */
export function DaySentence({ day, whole }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { t, rich } = words;
  const moved = day.skus.filter(hasMoved).toSorted((a, b) => weight(b) - weight(a));
  const shown = whole ? moved : moved.slice(0, named);
  const more = moved.length - shown.length;
  const { usersAdded, usersRemoved, usersChanged } = day;
  const loud: ReactNode[] = [
    ...(day.opening ? [rich('history.opens')] : []),
    ...shown.flatMap((sku) => skuPhrases(sku, words)),
    ...(more > 0 ? [t('history.moreProducts', { count: more })] : []),
  ];
  const quiet = [
    ...(usersAdded > 0 ? [t('history.joined', { count: usersAdded })] : []),
    ...(usersRemoved > 0 ? [t('history.left', { count: usersRemoved })] : []),
    ...(usersChanged > 0 ? [t('history.changed', { count: usersChanged })] : []),
  ];
  if (loud.length + quiet.length === 0) quiet.push(t('history.details'));
  return (
    <p className={styles.text}>
      {loud.map((phrase, index) => (
        <Fragment key={index}>
          {index > 0 && <span className={styles.dot}>·</span>}
          {phrase}
        </Fragment>
      ))}
      {quiet.map((phrase, index) => (
        <span key={phrase} className={styles.quiet}>
          {index + loud.length > 0 && <span className={styles.dot}>·</span>}
          {phrase}
        </span>
      ))}
    </p>
  );
}

function hasMoved({ assigned, removed, bought }: DayOfSku): boolean {
  return assigned + removed > 0 || (bought ?? 0) !== 0;
}

/** A purchase is rarer than an assignment, so it is named first. */
function weight({ assigned, removed, bought }: DayOfSku): number {
  return assigned + removed + (bought === null || bought === 0 ? 0 : 1_000_000);
}

function skuPhrases(sku: DayOfSku, words: Words): readonly ReactNode[] {
  const { productName: product, assigned, removed, bought } = sku;
  const { rich, number, t } = words;
  const moves = [
    ...(assigned > 0 ? [`+${number(assigned)}`] : []),
    ...(removed > 0 ? [number(-removed)] : []),
  ];
  const from = ways(sku, words);
  return [
    ...(bought !== null && bought > 0 ? [rich('history.bought', { count: bought, product })] : []),
    ...(bought !== null && bought < 0 ? [rich('history.fewer', { count: -bought, product })] : []),
    ...(moves.length === 0
      ? []
      : [
          <Fragment key="moves">
            {/* The number stays on the line of what it counts. */}
            <strong>{`${moves.join('\u00a0')}\u00a0${product}`}</strong>
            {from !== '' && ` ${t('history.ways', { from })}`}
          </Fragment>,
        ]),
  ];
}

/** How the seats were given: group by group, directly, otherwise; nothing where all were given directly. */
function ways({ assigned, direct, byGroup }: DayOfSku, { t, list }: Words): string {
  if (assigned === direct) return '';
  const others = assigned - direct - byGroup.reduce((sum, group) => sum + group.assigned, 0);
  return list([
    ...byGroup.map((group) =>
      t('history.byGroup', { count: group.assigned, group: group.groupName ?? group.groupId.slice(0, 8) }),
    ),
    ...(direct > 0 ? [t('history.direct', { count: direct })] : []),
    ...(others > 0 ? [t('history.otherwise', { count: others })] : []),
  ]);
}
