import { makeStyles, tokens } from '@fluentui/react-components';
import type { HeldChange, HeldDecision } from '../../../src/api/contract/overview.ts';
import type { Run } from '../../../src/api/contract/runs.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { call, useMutate } from '../../api.ts';
import { announce } from '../../ui/announce.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, paddingInlineStart: '20px' },
});

type Props = {
  readonly tenant: Tenant;
  readonly decision: HeldDecision['decision'];
  readonly held: readonly HeldChange[];
  readonly onClose: () => void;
  /** The decision began a run. */
  readonly onRun: (run: Run) => void;
};

/** Says what a decision does and to how many, and does it once it is confirmed. */
export function DecisionDialog({ tenant, decision, held, onClose, onRun }: Props) {
  const styles = useStyles();
  const { t, number } = useWords();
  const path = `/tenants/${tenant.id}`;
  const decide = useMutate(
    () => call<Run | object>(`${path}/held`, { method: 'POST', body: { decision } }),
    [path, '/estate', '/runs'],
  );
  const confirm = () =>
    decide.mutate(undefined, {
      onSuccess: (answer) => {
        if ('state' in answer) return onRun(answer);
        announce(t('history.keptNow'));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={t(`history.${decision}-title`, { tenant: tenant.name })}
      confirm={t(`history.${decision}-now`)}
      danger={decision === 'accept'}
      busy={decide.isPending}
      problem={decide.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={styles.text}>{t(`history.${decision}-text`, { count: held.length })}</p>
      <ul className={styles.list}>
        {held.map(({ subject, productName, before, after }) => (
          <li key={subject}>
            {t('history.heldLine', {
              subject: subject === 'users' ? t('states.users') : (productName ?? subject),
              before: before === null ? '—' : number(before),
              after: after === null ? t('history.notListed') : number(after),
            })}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
