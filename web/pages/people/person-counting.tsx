import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { Person, PersonSeat } from '../../../src/api/contract/people.ts';
import { useWords } from '../../words/words.tsx';
import { useProducts } from './products.ts';
import { wayOf } from './seats.ts';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    paddingInlineStart: '18px',
    '& li::marker': { color: tokens.colorNeutralForeground3 },
  },
});

/** Why the person stands in the figures of the balance, product by product. */
export function PersonCounting({ person }: { readonly person: Person }) {
  const styles = useStyles();
  const { t } = useWords();
  const sentences = useSentences(person);
  const count = person.seats.length;
  return (
    <Section title={t('people.counted')}>
      <p className={styles.text}>
        {count === 0 ? t('people.countedNone') : t('people.countedHow', { count })}
      </p>
      {sentences.length > 0 && (
        <ul className={styles.list}>
          {sentences.map((sentence, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** First each product with its figures, then whatever makes someone wonder. */
function useSentences({ tenantId, seats, waiting, enabled, type }: Person): readonly ReactNode[] {
  const { t, rich, list } = useWords();
  const products = useProducts(tenantId);
  const lines = useMemo(() => new Map(products?.map((line) => [line.skuId, line])), [products]);
  const names = (some: readonly { readonly productName: string }[]) =>
    list([...new Set(some.map(({ productName }) => productName))]);
  const about = (
    key: 'countedDouble' | 'countedGroups' | 'countedError' | 'countedFree' | 'countedWaiting',
    some: readonly { readonly productName: string }[],
  ) => (some.length === 0 ? [] : [t(`people.${key}`, { products: names(some) })]);
  const counted = seats.map(({ skuId, productName: product }) => {
    const line = lines.get(skuId);
    if (line === undefined || line.counted === null || line.consumed === null) {
      return rich('people.countedOfUnknown', { product });
    }
    return rich('people.countedOf', { product, counted: line.counted, consumed: line.consumed });
  });
  return [
    ...counted,
    ...about(
      'countedDouble',
      seats.filter((seat) => wayOf([seat]) === 'both'),
    ),
    ...about('countedGroups', seats.filter(bySeveralGroups)),
    ...(enabled === false && seats.length > 0 ? [t('people.countedBlocked')] : []),
    ...(type === 'guest' && seats.length > 0 ? [t('people.countedGuest')] : []),
    ...about(
      'countedError',
      seats.filter(({ state }) => state !== 'active'),
    ),
    ...about(
      'countedFree',
      seats.filter(({ skuId }) => lines.get(skuId)?.class === 'free'),
    ),
    ...about('countedWaiting', waiting),
  ];
}

function bySeveralGroups(seat: PersonSeat): boolean {
  return wayOf([seat]) === 'group' && seat.sources.length > 1;
}
