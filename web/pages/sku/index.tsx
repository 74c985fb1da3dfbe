import { Button, makeStyles } from '@fluentui/react-components';
import { Scales20Regular } from '@fluentui/react-icons';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Explanation } from '../../../src/api/contract/balance.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { useTenant, useTenants } from '../../session.ts';
import { useUrl } from '../../url.ts';
import { DataNotices } from '../../ui/data-notices.tsx';
import { ProblemState } from '../../ui/empty-state.tsx';
import { FirstCollection } from '../../ui/first-collection.tsx';
import { narrow } from '../../ui/media.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { NotFound } from '../../ui/shell/home.tsx';
import { useWords } from '../../words/words.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { FigureStrip } from './figure-strip.tsx';
import { GroupsTab } from './groups-tab.tsx';
import { Facts, Heading } from './heading.tsx';
import { HoldersTab } from './holders-tab.tsx';
import { Lead } from './lead.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { Waiting } from './waiting.tsx';
import { Tabs } from './tabs.tsx';
import { type View, readView } from './view.ts';

// On a narrow screen the bar at the bottom leads there.
const useStyles = makeStyles({ wide: { [narrow]: { display: 'none' } } });

/** One product of a tenant: how its figures come about, who holds it, what changed. */
export function Page() {
  const { t } = useWords();
  const sku = useParams({ strict: false, select: (params: { readonly sku?: string }) => params.sku }) ?? '';
  const tenants = useTenants();
  const tenant = useTenant();
  if (tenants !== undefined && tenant === undefined) return <NotFound />;
  if (tenant === undefined) return <Frame title={t('sku.title')}>{null}</Frame>;
  if (tenant.asOf === null) {
    return (
      <Frame title={t('sku.title')}>
        <FirstCollection tenant={tenant} />
      </Frame>
    );
  }
  return <Product key={`${tenant.id} ${sku}`} tenant={tenant} sku={sku} />;
}

function Product({ tenant, sku }: { readonly tenant: Tenant; readonly sku: string }) {
  const { t, day } = useWords();
  const [view, change] = useUrl(readView);
  const path = `/tenants/${tenant.id}/skus/${encodeURIComponent(sku)}`;
  const { data, error, refetch } = useApi<Explanation>(path, { at: view.at });
  if (data === undefined) {
    return (
      <Frame title={t('sku.title')}>
        {error === null ? (
          <Waiting />
        ) : (
          <ProblemState
            problem={error}
            says={
              error.code === 'not-found'
                ? t('states.unknownProduct')
                : error.code === 'wrong-input' && view.at !== undefined
                  ? t('states.beforeFirst', { day: day(view.at) })
                  : undefined
            }
            {...(view.at === undefined
              ? error.code === 'not-found'
                ? {}
                : { onRetry: () => void refetch() }
              : { onRetry: () => change({ at: undefined }), retryLabel: t('sku.showToday') })}
          />
        )}
      </Frame>
    );
  }
  const { line } = data;
  return (
    <Frame
      title={line.productName}
      heading={<Heading line={line} />}
      actions={<ToBalance tenant={tenant} at={view.at} />}
    >
      <Facts line={line} />
      <Lead explanation={data} />
      {view.at !== undefined && <PastNotice at={view.at} onToday={() => change({ at: undefined })} />}
      {error !== null && <Notice tone="bad">{error.message}</Notice>}
      {view.at === undefined && <DataNotices tenant={tenant} resources={data.resources} asOf={line.asOf} />}
      <FigureStrip line={line} />
      <Tabs
        tab={view.tab}
        line={line}
        onTab={(tab) => change({ tab: tab === 'overview' ? undefined : tab, day: undefined })}
      />
      {view.tab === 'overview' && <OverviewTab path={path} explanation={data} />}
      {view.tab === 'holders' && <HoldersTab tenant={tenant.id} line={line} view={view} change={change} />}
      {view.tab === 'groups' && <GroupsTab path={path} explanation={data} />}
      {view.tab === 'changes' && <ChangesTab tenant={tenant} line={line} view={view} change={change} />}
    </Frame>
  );
}

type ToBalanceProps = { readonly tenant: Tenant; readonly at: View['at'] };

function ToBalance({ tenant, at }: ToBalanceProps) {
  const styles = useStyles();
  const { t } = useWords();
  const navigate = useNavigate();
  const go = () =>
    void navigate({
      to: '/t/$tenant/balance',
      params: { tenant: tenant.id },
      search: at === undefined ? {} : { at },
    });
  return (
    <Button className={styles.wide} appearance="subtle" icon={<Scales20Regular />} onClick={go}>
      {t('sku.toBalance')}
    </Button>
  );
}

function PastNotice({ at, onToday }: { readonly at: string; readonly onToday: () => void }) {
  const { t, day } = useWords();
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" onClick={onToday}>
          {t('sku.showToday')}
        </Button>
      }
    >
      {t('sku.past', { day: day(at) })}
    </Notice>
  );
}
