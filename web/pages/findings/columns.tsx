import { makeStyles, tokens } from '@fluentui/react-components';
import type { Finding, FindingRule } from '../../../src/api/contract/findings.ts';
import { Figure } from '../../ui/figure.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { useProductName } from '../people/products.ts';
import { ruleTitle } from './rules.ts';

const useStyles = makeStyles({
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' },
  name: { fontWeight: tokens.fontWeightSemibold },
  // A sentence may take both lines that a row has room for.
  sentence: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The columns of the findings; which rule it is only where all are shown. */
export function useFindingColumns(
  tenantId: string,
  rules: readonly FindingRule[] | undefined,
  shownRule: string | undefined,
): readonly Column<Finding>[] {
  const { t, day } = useWords();
  const productName = useProductName(tenantId);
  const titleOf = (rule: string) =>
    ruleTitle({ name: rule, title: rules?.find(({ name }) => name === rule)?.title }, t);
  const ruleColumn: Column<Finding> = {
    id: 'rule',
    label: t('findings.finding'),
    define: { meaning: t('findings.findingMeans') },
    cell: ({ rule }) => <Text text={titleOf(rule)} />,
    width: 160,
    card: 'line',
  };
  return [
    {
      id: 'person',
      label: t('findings.person'),
      cell: ({ subject }) => <Text text={subject.name ?? subject.id} strong />,
      width: 190,
      grow: 1,
    },
    ...(shownRule === undefined ? [ruleColumn] : []),
    {
      id: 'product',
      label: t('findings.product'),
      define: { meaning: t('findings.productMeans') },
      cell: ({ skuId }) => (skuId === undefined ? null : <Text text={productName(skuId)} />),
      width: 246,
      grow: 0.5,
      card: 'line',
    },
    {
      id: 'evidence',
      label: t('findings.evidence'),
      define: { meaning: t('findings.evidenceMeans') },
      cell: ({ evidence }) => <Sentence text={evidence} />,
      width: 260,
      grow: 2,
    },
    {
      id: 'since',
      label: t('findings.since'),
      define: { meaning: t('findings.sinceMeans') },
      cell: ({ since }) =>
        since === null ? <Figure value={null} why={t('findings.sinceFirst')} /> : <Text text={day(since)} />,
      width: 132,
      align: 'end',
    },
  ];
}

function Text({ text, strong = false }: { readonly text: string; readonly strong?: boolean }) {
  const styles = useStyles();
  return (
    <span className={strong ? `${styles.text} ${styles.name}` : styles.text} title={text}>
      {text}
    </span>
  );
}

/** The server says what was seen in English. */
function Sentence({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.sentence} title={text} lang="en">
      {text}
    </span>
  );
}
