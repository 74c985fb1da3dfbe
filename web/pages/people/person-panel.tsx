import { makeStyles, tokens } from '@fluentui/react-components';
import { PersonProhibited24Regular } from '@fluentui/react-icons';
import type { PeopleCounters } from '../../../src/api/contract/findings.ts';
import type { PersonDetail } from '../../../src/api/contract/people.ts';
import { useApi } from '../../api.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState, ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/words.tsx';
import { ruleExplain, ruleTitle } from '../findings/rules.ts';
import { PersonCounting } from './person-counting.tsx';
import { PersonIdentity, PersonLine } from './person-identity.tsx';
import { PersonSeats } from './person-seats.tsx';
import { PersonTimeline } from './person-timeline.tsx';

const useStyles = makeStyles({
  principal: { display: 'flex', alignItems: 'center', columnGap: '2px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  asOf: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type Props = { readonly tenantId: string; readonly id: string; readonly onClose: () => void };

/** Everything about one person. */
export function PersonPanel({ tenantId, id, onClose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const answer = useApi<PersonDetail>(`/tenants/${tenantId}/users/${encodeURIComponent(id)}`);
  const detail = answer.data;
  const principalName = detail?.person.userPrincipalName;
  return (
    <Panel
      title={detail === undefined ? t('people.person') : (detail.person.displayName ?? t('people.noName'))}
      subtitle={
        typeof principalName === 'string' && (
          <span className={styles.principal}>
            {principalName}
            <CopyButton text={principalName} label={t('people.copyPrincipalName')} />
          </span>
        )
      }
      onClose={onClose}
    >
      {detail !== undefined ? (
        <Content detail={detail} />
      ) : answer.error?.code === 'not-found' ? (
        <Gone tenantId={tenantId} id={id} />
      ) : answer.error !== null ? (
        <ProblemState problem={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <Waiting />
      )}
    </Panel>
  );
}

function Content({ detail }: { readonly detail: PersonDetail }) {
  const styles = useStyles();
  const { t, fullTime } = useWords();
  return (
    <>
      <PersonLine detail={detail} />
      <Findings detail={detail} />
      <PersonSeats detail={detail} />
      <PersonCounting person={detail.person} />
      <PersonTimeline tenantId={detail.person.tenantId} userId={detail.person.id} person={detail.person} />
      <PersonIdentity detail={detail} />
      <span className={styles.asOf}>{t('people.asOf', { time: fullTime(detail.asOf) })}</span>
    </>
  );
}

/** What rules say about the person, with what to do. */
function Findings({ detail: { findings, person } }: { readonly detail: PersonDetail }) {
  const styles = useStyles();
  const { t } = useWords();
  const rules = useApi<PeopleCounters>(`/tenants/${person.tenantId}/counters`).data?.rules ?? [];
  const found = new Set(findings.map(({ rule }) => rule));
  return rules
    .filter(({ name }) => found.has(name))
    .map((rule) => (
      <Notice key={rule.name} tone="warning">
        <span className={styles.name}>{ruleTitle(rule, t)}</span>
        <br />
        {ruleExplain(rule, t)}
      </Notice>
    ));
}

/** Someone who was deleted since, of whom the ledger may still tell. */
function Gone({ tenantId, id }: Pick<Props, 'tenantId' | 'id'>) {
  const { t } = useWords();
  return (
    <>
      <EmptyState icon={<PersonProhibited24Regular />} title={t('people.gone')}>
        {t('people.goneText')}
      </EmptyState>
      <PersonTimeline tenantId={tenantId} userId={id} />
    </>
  );
}

function Waiting() {
  return (
    <Late>
      <Bone width="40%" height={20} />
      <Bone height={88} />
      <Bone height={88} />
      <Bone width="50%" height={20} />
      <Bone height={120} />
    </Late>
  );
}
