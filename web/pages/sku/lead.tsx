import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BalanceLine, Explanation, SubscriptionLine } from '../../../src/api/contract/balance.ts';
import { productState } from '../../ui/product-state.ts';
import { type Words, useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  lead: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** What the figures come down to, in a sentence or two. */
export function Lead({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const words = useWords();
  const { t, rich, day } = words;
  const { line, waiting, subscriptions } = explanation;
  const graceEnds = (line.warning ?? 0) > 0 ? endOfGrace(subscriptions) : null;
  return (
    <p className={styles.lead}>
      {sentence(line, words)}
      {graceEnds !== null && <> {t('sku.graceEnds', { count: line.warning, day: day(graceEnds) })}</>}
      {waiting > 0 && <> {rich('sku.waiting', { count: waiting })}</>}
    </p>
  );
}

function sentence(line: BalanceLine, { t, rich }: Words): ReactNode {
  const { usable, available } = line;
  switch (productState(line)) {
    case 'over':
      return rich('sku.over', { count: line.trueOver });
    case 'deadSeats':
      return rich('sku.dead', { count: line.ghost });
    case 'inGrace':
      return rich('sku.grace', { count: line.graceHeld });
    case 'suspended':
      return t('products.suspendedMeans');
    case 'unused':
      return t('products.unusedMeans');
    case 'free':
      return t('products.freeMeans');
    case 'capacity':
      return t('products.capacityMeans');
    case 'noSubscription':
      return line.counted === null
        ? t('products.noSubscriptionMeans')
        : rich('sku.orphan', { count: line.counted });
    case 'unknown':
      return t('products.unknownMeans');
    case 'tight':
    case 'ok':
    case 'spare':
      return rich('sku.left', { count: available, usable });
  }
}

/** When the first purchase in grace stops working; null where Microsoft does not say. */
function endOfGrace(subscriptions: readonly SubscriptionLine[]): string | null {
  const ends = subscriptions
    .filter(({ status }) => status?.toLowerCase() === 'warning')
    .flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? []);
  return ends.toSorted()[0] ?? null;
}
