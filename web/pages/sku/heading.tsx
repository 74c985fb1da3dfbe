import { makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { productState } from '../../ui/product-state.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: '2px',
    margin: '-12px 0 0',
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  fact: { display: 'inline-flex', alignItems: 'center', columnGap: '2px', minHeight: '24px', minWidth: 0 },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** The name of the product and its state. */
export function Heading({ line }: { readonly line: BalanceLine }) {
  const styles = useStyles();
  return (
    <span className={styles.heading}>
      {line.productName}
      <StatePill state={productState(line)} />
    </span>
  );
}

/** The names that Microsoft has for it, to copy, and what kind of product it is. */
export function Facts({ line }: { readonly line: BalanceLine }) {
  const styles = useStyles();
  const { t } = useWords();
  const { skuId, skuPartNumber, capabilityStatus } = line;
  const ids = [
    ...(skuPartNumber === null ? [] : [{ text: skuPartNumber, label: t('sku.copyPartNumber') }]),
    { text: skuId, label: t('sku.copyId') },
  ];
  return (
    <ul className={styles.facts}>
      {ids.map(({ text, label }) => (
        <li key={text} className={styles.fact}>
          <span className={styles.id}>{text}</span>
          <CopyButton text={text} label={label} />
        </li>
      ))}
      {line.class !== 'no-subscription' && <li className={styles.fact}>{t(classWords[line.class])}</li>}
      {capabilityStatus !== null && capabilityStatus !== 'Enabled' && (
        <li className={styles.fact}>{t('sku.capabilityStatus', { status: capabilityStatus })}</li>
      )}
    </ul>
  );
}

const classWords = {
  paid: 'sku.paid',
  trial: 'sku.trial',
  free: 'sku.free',
  company: 'sku.company',
  unassigned: 'sku.unassigned',
} as const;
