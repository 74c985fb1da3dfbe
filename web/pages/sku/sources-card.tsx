import { makeStyles, tokens } from '@fluentui/react-components';
import type { Explanation } from '../../../src/api/contract/balance.ts';
import { Card } from '../../ui/card.tsx';
import { type Part, StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { chartColors } from '../../ui/charts/colors.ts';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground3 } });

/** How people come to their seats: directly, by a group, or both. */
export function SourcesCard({ explanation: { sources } }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { t } = useWords();
  const parts: readonly Part[] = [
    { label: t('sku.byGroup'), value: sources.group, color: chartColors.assigned },
    { label: t('sku.direct'), value: sources.direct, color: chartColors.purchased },
    { label: t('sku.both'), value: sources.both, color: chartColors.grace },
    { label: t('sku.otherwise'), value: sources.unknown, color: chartColors.free },
  ];
  const held = parts.filter(({ value }) => value > 0);
  if (held.length === 0) {
    return (
      <Card title={t('sku.sources')}>
        <p className={styles.text}>{t('sku.nobody')}</p>
      </Card>
    );
  }
  return (
    <Card>
      <StackedBar title={t('sku.sources')} parts={held} />
      {sources.both > 0 && <p className={styles.text}>{t('sku.bothMeans')}</p>}
    </Card>
  );
}
