import { Tab, TabList, makeStyles } from '@fluentui/react-components';
import type { Page as List } from '../../../src/api/contract/list.ts';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import { useApi } from '../../api.ts';
import { NotSetUp, ProblemState } from '../../ui/empty-state.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { useRecentRuns } from './collecting.ts';
import { RunningNow } from './running-now.tsx';
import { RunTable } from './run-table.tsx';
import { TenantPanel } from './tenant-panel.tsx';
import { TenantTable } from './tenant-table.tsx';
import { collectionTabs, readView } from './view.ts';

const useStyles = makeStyles({ tabs: { marginInlineStart: '-10px', flexShrink: 0, overflowX: 'auto' } });

/** What was read of each tenant and when, what is being read now, and the runs behind it. */
export function Page() {
  const styles = useStyles();
  const { t } = useWords();
  const [view, change] = useUrl(readView);
  const runs = useRecentRuns();
  const { data, error, refetch } = useApi<List<EstateLine>>('/estate', {}, { refetchInterval: 30_000 });
  const lines = data?.items;
  if (error !== null && lines === undefined) {
    return (
      <Frame title={t('collection.title')}>
        <ProblemState problem={error} onRetry={() => void refetch()} />
      </Frame>
    );
  }
  if (lines?.length === 0) {
    return (
      <Frame title={t('collection.title')}>
        <NotSetUp />
      </Frame>
    );
  }
  const opened = lines?.find(({ tenant }) => tenant.id === view.open);
  return (
    <Frame
      title={t('collection.title')}
      panel={
        opened !== undefined && (
          <TenantPanel
            key={opened.tenant.id}
            line={opened}
            runs={runs}
            onClose={() => change({ open: undefined })}
          />
        )
      }
    >
      <TabList
        className={styles.tabs}
        selectedValue={view.tab}
        onTabSelect={(_, { value }) =>
          change({ tab: value === 'tenants' ? undefined : String(value), sort: undefined, open: undefined })
        }
      >
        {collectionTabs.map((tab) => (
          <Tab key={tab} value={tab}>
            {t(`collection.${tab}`)}
          </Tab>
        ))}
      </TabList>
      {view.tab === 'tenants' ? (
        <TenantTable lines={lines} runs={runs} view={view} change={change} />
      ) : (
        <RunTable tenants={lines ?? []} />
      )}
      {view.tab === 'tenants' && <RunningNow runs={runs} tenants={lines ?? []} />}
    </Frame>
  );
}
