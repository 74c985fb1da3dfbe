import { Button } from '@fluentui/react-components';
import { Key20Regular } from '@fluentui/react-icons';
import type { Token } from '../../../../src/api/contract/access.ts';
import type { Page as List } from '../../../../src/api/contract/list.ts';
import { useApi } from '../../../api.ts';
import { useNow } from '../../../now.ts';
import { ProblemState } from '../../../ui/empty-state.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useWords } from '../../../words/words.tsx';
import type { SectionProps } from './access-panel.tsx';
import { MomentText, NameText, ScopeText, ShortText } from './cells.tsx';
import { SectionHead } from './section-head.tsx';

/** The programs that may call. */
export function Tokens({ view, onOpen }: SectionProps) {
  const { t } = useWords();
  const answer = useApi<List<Token>>('/tokens');
  const columns = useColumns();
  const tokens = answer.data?.items;
  const head = (
    <SectionHead
      title={t('settings.tokens')}
      lead={t('settings.tokensLead')}
      action={
        <Button icon={<Key20Regular />} onClick={() => onOpen({ add: 'token' })}>
          {t('settings.createToken')}
        </Button>
      }
    />
  );
  if (answer.error !== null && tokens === undefined) {
    return (
      <>
        {head}
        <ProblemState problem={answer.error} onRetry={() => void answer.refetch()} />
      </>
    );
  }
  return (
    <DataTable
      name="tokens"
      label={t('settings.tokens')}
      columns={columns}
      source={tokens && { type: 'rows', rows: tokens }}
      rowKey={({ id }) => id}
      selected={view.token}
      onOpen={({ id }) => onOpen({ token: id })}
      empty={t('settings.noTokens')}
    >
      {head}
    </DataTable>
  );
}

function useColumns(): readonly Column<Token>[] {
  const { t, ago, day } = useWords();
  const now = useNow();
  return [
    {
      id: 'name',
      label: t('entrance.name'),
      width: 200,
      grow: 2,
      cell: ({ name }) => <NameText name={name} note={null} />,
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
      id: 'owner',
      label: t('settings.madeBy'),
      width: 140,
      grow: 1,
      cell: ({ owner }) => <ShortText text={owner ?? t('settings.atMachine')} />,
    },
    {
      id: 'expiresAt',
      label: t('settings.ends'),
      width: 120,
      cell: ({ expiresAt }) => <MomentText at={expiresAt} text={day} />,
    },
    {
      id: 'lastUsedAt',
      label: t('settings.lastUsed'),
      width: 120,
      cell: ({ lastUsedAt }) => <MomentText at={lastUsedAt} text={(at) => ago(at, now)} />,
      card: 'line',
    },
  ];
}
