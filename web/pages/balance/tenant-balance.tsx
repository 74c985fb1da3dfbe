import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSwap20Regular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { Overview } from '../../../src/api/contract/overview.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { today, useNow } from '../../now.ts';
import { DayPicker, daysBefore } from '../../ui/day-picker.tsx';
import { PermissionMissing, ProblemState } from '../../ui/empty-state.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { narrow } from '../../ui/media.ts';
import { Page as Frame } from '../../ui/page.tsx';
import { neverAllowed } from '../../ui/permissions.ts';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { BalanceNotices } from './balance-notices.tsx';
import { BalanceTable } from './balance-table.tsx';
import { headline } from './figures.ts';
import { ProductPanel } from './product-panel.tsx';
import { Sentence } from './sentence.tsx';
import { Stamp } from './stamp.tsx';
import { Tiles } from './tiles.tsx';
import { readView } from './view.ts';

const useStyles = makeStyles({
  heading: {
    display: 'block',
    maxWidth: '84ch',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightRegular,
    textWrap: 'pretty',
    '& strong': { fontWeight: tokens.fontWeightSemibold },
    [narrow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  bone: { marginBlock: '6px' },
});

/** How far back the change of a tile looks. */
const monthDays = 30;

/** The balance of a tenant of which something was collected. */
export function TenantBalance({ tenant }: { readonly tenant: Tenant }) {
  const styles = useStyles();
  const { t, day } = useWords();
  const now = useNow();
  const [view, change] = useUrl(readView);
  const { at, vs } = view;
  const path = `/tenants/${tenant.id}`;
  const overview = useApi<Overview>(`${path}/overview`, { at });
  const balance = useApi<Page<BalanceLine>>(`${path}/balance`, { at });
  const first = overview.data?.firstAt?.slice(0, 10);
  const beforeDay = daysBefore(at ?? today(now), monthDays);
  const reaches = first !== undefined && beforeDay >= first;
  const before = useApi<Page<BalanceLine>>(reaches ? `${path}/balance` : null, { at: beforeDay });
  const other = useApi<Page<BalanceLine>>(vs === undefined ? null : `${path}/balance`, { at: vs });
  const lines = balance.data?.items;
  const shown = useMemo(() => (at === undefined ? now : new Date(`${at}T23:59:59Z`)), [at, now]);
  const problem = balance.error ?? overview.error;
  const readAgain = () => {
    void balance.refetch();
    void overview.refetch();
  };
  const pickers = (
    <>
      {overview.data && lines && <Stamp checks={overview.data.checks} lines={lines} />}
      <DayPicker
        name={t('balance.dayShown')}
        text={at === undefined ? t('balance.asOfNow') : t('balance.asOf', { day: day(at) })}
        standard={t('balance.now')}
        day={at}
        first={first}
        onChange={(day) => change({ at: day })}
      />
      <DayPicker
        name={t('balance.dayCompared')}
        text={vs === undefined ? t('balance.compare') : t('balance.compareWith', { day: day(vs) })}
        standard={t('balance.nothing')}
        day={vs}
        first={first}
        icon={<ArrowSwap20Regular />}
        onChange={(day) => change({ vs: day })}
      />
    </>
  );
  const heading = (
    <span className={styles.heading}>
      {lines === undefined || overview.data === undefined ? (
        <Late>
          <Bone width="min(46ch, 100%)" height={20} className={styles.bone} />
          <Bone width="min(30ch, 70%)" height={20} className={styles.bone} />
        </Late>
      ) : (
        <Sentence headline={headline(lines, overview.data.subscriptions, shown)} />
      )}
    </span>
  );
  if (problem !== null && lines === undefined) {
    const retry = at === undefined ? readAgain : () => change({ at: undefined });
    return (
      <Frame title={t('balance.title')} actions={pickers}>
        <ProblemState
          problem={problem}
          onRetry={retry}
          says={
            at !== undefined && problem.code === 'wrong-input'
              ? t('states.beforeFirst', { day: day(at) })
              : undefined
          }
          {...(at === undefined ? {} : { retryLabel: t('balance.backToNow') })}
        />
      </Frame>
    );
  }
  const permission = neverAllowed(overview.data?.resources, 'skus');
  if (permission !== undefined && lines?.length === 0) {
    return (
      <Frame title={t('balance.title')}>
        <PermissionMissing tenant={tenant} permission={permission} shows={t('states.showsProducts')} />
      </Frame>
    );
  }
  return (
    <Frame
      title={`${t('balance.title')} · ${tenant.name}`}
      heading={heading}
      actions={pickers}
      panel={
        view.sku !== undefined && (
          <ProductPanel
            key={view.sku}
            tenantId={tenant.id}
            sku={view.sku}
            at={at}
            onClose={() => change({ sku: undefined })}
          />
        )
      }
    >
      <BalanceNotices
        tenant={tenant}
        overview={overview.data}
        at={at}
        problem={problem}
        onRetry={readAgain}
        onNow={() => change({ at: undefined })}
      />
      <Tiles
        lines={lines}
        before={first === undefined ? undefined : reaches ? before.data?.items : null}
        beforeDay={beforeDay}
        attention={view.only === 'attention'}
        onAttention={() => change({ only: view.only === 'attention' ? undefined : 'attention' })}
      />
      <BalanceTable
        tenantId={tenant.id}
        lines={lines}
        subscriptions={overview.data?.subscriptions ?? []}
        shown={shown}
        other={vs === undefined ? null : { day: vs, lines: other.data?.items ?? [] }}
        old={balance.isPlaceholderData}
        view={view}
        onChange={change}
      />
    </Frame>
  );
}
