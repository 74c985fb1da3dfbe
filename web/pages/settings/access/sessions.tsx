import { Button } from '@fluentui/react-components';
import type { Page as List } from '../../../../src/api/contract/list.ts';
import type { Session } from '../../../../src/api/contract/access.ts';
import { call, useApi, useMutate } from '../../../api.ts';
import { useNow } from '../../../now.ts';
import { useMe } from '../../../session.ts';
import { announce } from '../../../ui/announce.tsx';
import { ProblemState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Pill } from '../../../ui/pill.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { useWords } from '../../../words/words.tsx';
import { browserOf } from './browser.ts';
import { MomentText, NameText } from './cells.tsx';
import { SectionHead } from './section-head.tsx';

/** The browsers that are signed in: the caller's own, everyone's for an owner. */
export function Sessions() {
  const { t } = useWords();
  const isOwner = useMe()?.role === 'owner';
  const answer = useApi<List<Session>>('/sessions');
  const end = useMutate(({ id }: Session) => call(`/sessions/${id}`, { method: 'DELETE' }), ['/sessions']);
  const columns = useColumns((session) =>
    end.mutate(session, { onSuccess: () => announce(t('settings.signedOut', { name: session.account })) }),
  );
  const sessions = answer.data?.items;
  const head = (
    <SectionHead
      title={t('settings.browsers')}
      lead={t(isOwner ? 'settings.browsersLead' : 'settings.ownBrowsersLead')}
    />
  );
  if (answer.error !== null && sessions === undefined) {
    return (
      <>
        {head}
        <ProblemState problem={answer.error} onRetry={() => void answer.refetch()} />
      </>
    );
  }
  return (
    <>
      {end.error !== null && (
        <Notice tone="bad" urgent>
          {end.error.message}
        </Notice>
      )}
      <DataTable
        name="sessions"
        label={t('settings.browsers')}
        columns={columns}
        source={sessions && { type: 'rows', rows: sessions }}
        rowKey={({ id }) => id}
        empty={t('settings.noBrowsers')}
      >
        {head}
      </DataTable>
    </>
  );
}

function useColumns(onEnd: (session: Session) => void): readonly Column<Session>[] {
  const { t, ago, time } = useWords();
  const now = useNow();
  return [
    {
      id: 'account',
      label: t('entrance.name'),
      width: 200,
      grow: 2,
      cell: ({ account }) => <NameText name={account} note={null} />,
    },
    {
      id: 'client',
      label: t('settings.browser'),
      width: 180,
      grow: 2,
      cell: ({ client }) => <span title={client ?? undefined}>{browserOf(client, t)}</span>,
      card: 'line',
    },
    {
      id: 'createdAt',
      label: t('settings.signedIn'),
      width: 140,
      cell: ({ createdAt }) => <MomentText at={createdAt} text={(at) => ago(at, now)} />,
    },
    {
      id: 'lastUsedAt',
      label: t('settings.lastUsed'),
      width: 140,
      cell: ({ lastUsedAt }) => <MomentText at={lastUsedAt} text={(at) => ago(at, now)} />,
      card: 'line',
    },
    {
      id: 'endsAt',
      label: t('settings.ends'),
      width: 140,
      cell: ({ endsAt }) => <MomentText at={endsAt} text={time} />,
      optional: true,
    },
    {
      id: 'end',
      label: t('shell.signOut'),
      width: 130,
      cell: (session) =>
        session.current ? (
          <Pill tone="info">{t('settings.thisBrowser')}</Pill>
        ) : (
          <Button
            size="small"
            aria-label={`${t('shell.signOut')}: ${session.account}, ${browserOf(session.client, t)}`}
            onClick={() => onEnd(session)}
          >
            {t('shell.signOut')}
          </Button>
        ),
      card: 'figure',
    },
  ];
}
