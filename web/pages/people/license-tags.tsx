import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Clock16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { Person } from '../../../src/api/contract/people.ts';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  tags: { display: 'flex', alignItems: 'center', columnGap: '6px', minWidth: 0, width: '100%' },
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    flex: '0 1 auto',
    minWidth: '56px',
    // The first is read whole; the others make room for it.
    ':first-child': { flexShrink: 0, maxWidth: '180px', boxSizing: 'border-box' },
    paddingInline: '8px',
    lineHeight: '22px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    '& svg': { flexShrink: 0, width: '14px', height: '14px' },
  },
  fixed: { flexShrink: 0, minWidth: 0, whiteSpace: 'nowrap' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  faulty: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  none: { color: tokens.colorNeutralForeground3 },
});

/** How many products are named before the rest is a number. */
const most = 2;

/** The licenses of a person: the first products by name, how many more, and what it waits for. */
export function LicenseTags({ seats, waiting }: Pick<Person, 'seats' | 'waiting'>) {
  const styles = useStyles();
  const { t, list, number } = useWords();
  if (seats.length === 0 && waiting.length === 0)
    return <span className={styles.none}>{t('people.none')}</span>;
  const named = seats.slice(0, most);
  const others = seats.slice(named.length);
  const products = list([...new Set(waiting.map(({ productName }) => productName))]);
  return (
    <span className={styles.tags}>
      {named.map(({ skuId, productName, state }) => (
        <span
          key={skuId}
          className={mergeClasses(styles.tag, state !== 'active' && styles.faulty)}
          title={state === 'active' ? productName : `${productName}: ${t('people.withError')}`}
        >
          {state !== 'active' && <Warning16Filled aria-label={t('people.withError')} />}
          <span className={styles.text}>{productName}</span>
        </span>
      ))}
      {others.length > 0 && (
        <span
          className={mergeClasses(styles.tag, styles.fixed)}
          title={list(others.map(({ productName }) => productName))}
        >
          {t('people.more', { count: others.length })}
        </span>
      )}
      {waiting.length > 0 && (
        <span
          className={mergeClasses(styles.tag, styles.fixed, styles.faulty)}
          title={t('people.waitingFor', { products })}
        >
          <Clock16Regular aria-hidden />
          {t('people.waiting', { count: number(waiting.length) })}
        </span>
      )}
    </span>
  );
}
