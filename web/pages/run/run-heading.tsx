import { makeStyles, tokens } from '@fluentui/react-components';
import type { Run } from '../../../src/api/contract/runs.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useWords } from '../../words/words.tsx';
import { RunStatePill } from './run-state-pill.tsx';

const useStyles = makeStyles({
  heading: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '4px',
  },
});

/** Of which tenant, and what became of it. */
export function RunHeading({ tenant, run }: { readonly tenant: Tenant; readonly run: Run }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span className={styles.heading}>
      {t('run.heading', { tenant: tenant.name })}
      <RunStatePill run={run} />
    </span>
  );
}
