import { makeStyles, tokens } from '@fluentui/react-components';
import type { Explanation } from '../../../src/api/contract/balance.ts';
import { useApi } from '../../api.ts';
import { SumBar } from '../../ui/charts/sum-bar.tsx';
import { ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { Panel } from '../../ui/panel.tsx';
import { productState } from '../../ui/product-state.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { SumText } from '../../ui/sum-text.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { ProofsCard } from '../sku/proofs-card.tsx';
import { SourcesCard } from '../sku/sources-card.tsx';
import { sums } from '../sku/sums.ts';

const useStyles = makeStyles({
  subtitle: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
  means: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly tenantId: string;
  readonly sku: string;
  readonly at: string | undefined;
  readonly onClose: () => void;
};

/** A product beside the list: its sum, its proofs, how people get it, and the way to all about it. */
export function ProductPanel({ tenantId, sku, at, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const answer = useApi<Explanation>(`/tenants/${tenantId}/skus/${encodeURIComponent(sku)}`, { at });
  const line = answer.data?.line;
  return (
    <Panel
      title={line?.productName ?? t('sku.title')}
      subtitle={
        line && (
          <span className={styles.subtitle}>
            {line.skuPartNumber}
            <StatePill state={productState(line)} />
          </span>
        )
      }
      onClose={onClose}
    >
      {answer.error !== null && answer.data === undefined && (
        <ProblemState
          problem={answer.error}
          says={answer.error.code === 'not-found' ? t('states.unknownProduct') : undefined}
          {...(answer.error.code === 'not-found' ? {} : { onRetry: () => void answer.refetch() })}
        />
      )}
      {answer.data === undefined && answer.error === null && <PanelBones />}
      {answer.data && <About tenantId={tenantId} at={at} explanation={answer.data} />}
    </Panel>
  );
}

type AboutProps = {
  readonly tenantId: string;
  readonly at: string | undefined;
  readonly explanation: Explanation;
};

function About({ tenantId, at, explanation }: AboutProps) {
  const styles = useStyles();
  const { t } = useWords();
  const { line } = explanation;
  return (
    <>
      <p className={styles.means}>{t(`products.${productState(line)}Means`)}</p>
      <SumBar line={line} />
      {line.available !== null && <SumText sum={sums(line, t).available} />}
      <TextLink
        to="/t/$tenant/skus/$sku"
        params={{ tenant: tenantId, sku: line.skuId }}
        search={at === undefined ? {} : { at }}
      >
        {t('balance.openProduct')}
      </TextLink>
      <ProofsCard explanation={explanation} />
      <SourcesCard explanation={explanation} />
    </>
  );
}

function PanelBones() {
  return (
    <Late>
      <Bone width="80%" />
      <Bone height={50} />
      <Bone height={96} />
      <Bone height={200} />
    </Late>
  );
}
