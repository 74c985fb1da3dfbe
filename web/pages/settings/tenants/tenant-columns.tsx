import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Tenant } from '../../../../src/api/contract/tenants.ts';
import { useNow } from '../../../now.ts';
import { Figure } from '../../../ui/figure.tsx';
import { narrow } from '../../../ui/media.ts';
import { Pill } from '../../../ui/pill.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { useWords } from '../../../words/words.tsx';
import { CredentialEnd } from './credential-end.tsx';

const useStyles = makeStyles({
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  wide: { [narrow]: { display: 'none' } },
});

/** The columns of the list of tenants. */
export function useTenantColumns(): readonly Column<Tenant>[] {
  const { t } = useWords();
  return [
    {
      id: 'tenant',
      label: t('shell.tenant'),
      width: 220,
      grow: 2,
      sort: ({ name }) => name,
      cell: (tenant) => <Name tenant={tenant} />,
    },
    {
      id: 'state',
      label: t('settings.state'),
      width: 150,
      sort: ({ state }) => state,
      cell: (tenant) => <TenantState tenant={tenant} />,
      card: 'figure',
    },
    {
      id: 'credential',
      label: t('settings.credential'),
      width: 230,
      grow: 1,
      sort: ({ credential }) => credential.endsAt,
      cell: ({ credential }) => <CredentialEnd credential={credential} />,
      card: 'line',
    },
    {
      id: 'cloud',
      label: t('connect.cloud'),
      width: 200,
      grow: 1,
      sort: ({ cloud }) => cloud,
      cell: ({ cloud }) => <span title={cloud}>{t(`connect.cloud-${cloud}`)}</span>,
    },
    {
      id: 'asOf',
      label: t('settings.figuresOf'),
      width: 130,
      sort: ({ asOf }) => asOf,
      cell: (tenant) => <Age tenant={tenant} />,
    },
    {
      id: 'users',
      label: t('people.title'),
      width: 90,
      align: 'end',
      sort: ({ users }) => users,
      cell: ({ users }) => <Figure value={users} why={t('settings.neverCollected')} />,
    },
  ];
}

/** Whether a tenant is collected from, and why not. */
export function TenantState({ tenant: { state, reason } }: { readonly tenant: Tenant }) {
  const { t } = useWords();
  const tone = state === 'active' ? 'good' : state === 'paused' ? 'waiting' : 'bad';
  return (
    <Pill tone={tone} {...(reason === undefined ? {} : { title: reason })}>
      {t(`settings.state-${state}`)}
    </Pill>
  );
}

function Name({ tenant: { name, domain } }: { readonly tenant: Tenant }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.name} title={name}>
        {name}
      </span>
      {domain !== null && <span className={mergeClasses(styles.quiet, styles.wide)}>{domain}</span>}
    </>
  );
}

function Age({ tenant: { asOf } }: { readonly tenant: Tenant }) {
  const styles = useStyles();
  const { t, time, ago } = useWords();
  const now = useNow();
  if (asOf === null) return <span className={styles.quiet}>{t('settings.neverCollected')}</span>;
  return <span title={time(asOf)}>{ago(asOf, now)}</span>;
}
