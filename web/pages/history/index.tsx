import { Badge, Tab, TabList, makeStyles } from '@fluentui/react-components';
import type { Overview } from '../../../src/api/contract/overview.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { useTenant, useTenants } from '../../session.ts';
import { NotSetUp } from '../../ui/empty-state.tsx';
import { FirstCollection } from '../../ui/first-collection.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { NotFound } from '../../ui/shell/home.tsx';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { CompareTab } from './compare-tab.tsx';
import { HeldTab } from './held-tab.tsx';
import { Integrity } from './integrity.tsx';
import { LedgerTab } from './ledger-tab.tsx';
import { historyTabs, readView } from './view.ts';

const useStyles = makeStyles({
  tabs: { marginInlineStart: '-10px', flexShrink: 0, overflowX: 'auto' },
  tab: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
});

/** What changed in a tenant, day by day; two days compared; and what is held back. */
export function Page() {
  const { t } = useWords();
  const tenant = useTenant();
  const tenants = useTenants();
  if (tenant === undefined) {
    if (tenants === undefined) return <Frame title={t('history.title')}>{null}</Frame>;
    return <Frame title={t('history.title')}>{tenants.length === 0 ? <NotSetUp /> : <NotFound />}</Frame>;
  }
  // Another tenant begins anew: nothing typed or asked of one belongs to the next.
  return <HistoryOf key={tenant.id} tenant={tenant} />;
}

function HistoryOf({ tenant }: { readonly tenant: Tenant }) {
  const styles = useStyles();
  const { t } = useWords();
  const [view, change] = useUrl(readView);
  const overview = useApi<Overview>(`/tenants/${tenant.id}/overview`).data;
  const held = overview?.held.length ?? 0;
  if (overview !== undefined && overview.generation === null && held === 0) {
    return (
      <Frame title={t('history.title')}>
        <FirstCollection tenant={tenant} />
      </Frame>
    );
  }
  return (
    <Frame
      title={t('history.title')}
      actions={overview !== undefined && <Integrity tenantId={tenant.id} entries={overview.ledger.entries} />}
    >
      <TabList
        className={styles.tabs}
        selectedValue={view.tab}
        onTabSelect={(_, { value }) =>
          change({ tab: value === 'ledger' ? undefined : String(value), day: undefined })
        }
      >
        {historyTabs.map((tab) => (
          <Tab key={tab} value={tab}>
            <span className={styles.tab}>
              {t(`history.${tab}`)}
              {tab === 'held' && held > 0 && (
                <Badge color="warning" size="small">
                  {held}
                </Badge>
              )}
            </span>
          </Tab>
        ))}
      </TabList>
      {view.tab === 'ledger' && (
        <LedgerTab tenant={tenant} view={view} change={change} firstAt={overview?.firstAt ?? null} />
      )}
      {view.tab === 'compare' && (
        <CompareTab tenant={tenant} view={view} change={change} firstAt={overview?.firstAt ?? null} />
      )}
      {view.tab === 'held' && <HeldTab tenant={tenant} />}
    </Frame>
  );
}
