import { Button } from '@fluentui/react-components';
import { PersonAdd20Regular } from '@fluentui/react-icons';
import type { Account } from '../../../../src/api/contract/access.ts';
import type { Page as List } from '../../../../src/api/contract/list.ts';
import { useApi } from '../../../api.ts';
import { useNow } from '../../../now.ts';
import { useMe } from '../../../session.ts';
import { ProblemState } from '../../../ui/empty-state.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useWords } from '../../../words/words.tsx';
import type { SectionProps } from './access-panel.tsx';
import { MomentText, NameText, ScopeText } from './cells.tsx';
import { SectionHead } from './section-head.tsx';

/** The people who may sign in. */
export function People({ view, onOpen }: SectionProps) {
  const { t } = useWords();
  const answer = useApi<List<Account>>('/accounts');
  const columns = useColumns();
  const accounts = answer.data?.items;
  const head = (
    <SectionHead
      title={t('settings.people')}
      lead={t('settings.peopleLead')}
      action={
        <Button icon={<PersonAdd20Regular />} onClick={() => onOpen({ add: 'person' })}>
          {t('settings.addPerson')}
        </Button>
      }
    />
  );
  if (answer.error !== null && accounts === undefined) {
    return (
      <>
        {head}
        <ProblemState problem={answer.error} onRetry={() => void answer.refetch()} />
      </>
    );
  }
  return (
    <DataTable
      name="accounts"
      label={t('settings.people')}
      columns={columns}
      source={accounts && { type: 'rows', rows: accounts }}
      rowKey={({ name }) => name}
      selected={view.person}
      onOpen={({ name }) => onOpen({ person: name })}
      empty={t('settings.noPeople')}
    >
      {head}
    </DataTable>
  );
}

function useColumns(): readonly Column<Account>[] {
  const { t, ago } = useWords();
  const now = useNow();
  const me = useMe();
  return [
    {
      id: 'name',
      label: t('entrance.name'),
      width: 200,
      grow: 2,
      cell: ({ name }) => (
        <NameText name={name} note={me?.kind === 'account' && me.name === name ? t('settings.you') : null} />
      ),
    },
    {
      id: 'role',
      label: t('settings.role'),
      width: 120,
      cell: ({ role }) => t(`shell.${role}`),
      card: 'figure',
    },
    {
      id: 'tenants',
      label: t('settings.tenants'),
      width: 180,
      grow: 2,
      cell: ({ tenants }) => <ScopeText tenants={tenants} />,
      card: 'line',
    },
    {
      id: 'lastSignIn',
      label: t('settings.lastSignIn'),
      width: 150,
      cell: ({ lastSignInAt }) => <MomentText at={lastSignInAt} text={(at) => ago(at, now)} />,
      card: 'line',
    },
  ];
}
