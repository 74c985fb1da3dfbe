import type { Explanation } from '../../../src/api/contract/balance.ts';
import { SumBar } from '../../ui/charts/sum-bar.tsx';
import { Card } from '../../ui/card.tsx';
import { useColumnStyles } from './columns.ts';
import { HistoryCard } from './history-card.tsx';
import { PlansCard } from './plans-card.tsx';
import { ProofsCard } from './proofs-card.tsx';
import { SourcesCard } from './sources-card.tsx';
import { SubscriptionsCard } from './subscriptions-card.tsx';

type Props = { readonly path: string; readonly explanation: Explanation };

/** The sum drawn, how it moved, what was bought, whether it is proved, what it contains. */
export function OverviewTab({ path, explanation }: Props) {
  const styles = useColumnStyles();
  const { line, subscriptions } = explanation;
  const isKnown = line.usable !== null && line.consumed !== null && line.available !== null;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {isKnown && line.class !== 'free' && (
          <Card>
            <SumBar line={line} />
          </Card>
        )}
        <HistoryCard path={path} />
        <SubscriptionsCard subscriptions={subscriptions} />
      </div>
      <div className={styles.column}>
        <ProofsCard explanation={explanation} />
        <SourcesCard explanation={explanation} />
        <PlansCard path={path} />
      </div>
    </div>
  );
}
