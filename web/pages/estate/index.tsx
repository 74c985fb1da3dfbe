import { Tab, TabList, makeStyles } from '@fluentui/react-components';
import type { Page } from '../../../src/api/contract/list.ts';
import type { EstateLine } from '../../../src/api/contract/overview.ts';
import { useApi } from '../../api.ts';
import { useNow } from '../../now.ts';
import { NotSetUp, ProblemState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { Counters } from './counters.tsx';
import { needsOf } from './needs.ts';
import { ProductPanel } from './product-panel.tsx';
import { ProductsTab } from './products-tab.tsx';
import { TenantsTab } from './tenants-tab.tsx';
import { readView, tabs } from './view.ts';

const useStyles = makeStyles({ tabs: { flexShrink: 0, marginInline: '-12px' } });

/** All tenants at a glance: which of them need someone, and each product over all of them. */
export function Page() {
  const styles = useStyles();
  const { t } = useWords();
  const now = useNow();
  const [view, change] = useUrl(readView);
  const { data, error, refetch } = useApi<Page<EstateLine>>('/estate');
  const tenants = data?.items.map((line) => ({ line, needs: needsOf(line, now) }));
  if (tenants === undefined && error !== null) {
    return (
      <Frame title={t('estate.title')}>
        <ProblemState problem={error} onRetry={() => void refetch()} />
      </Frame>
    );
  }
  if (tenants?.length === 0) {
    return (
      <Frame title={t('estate.title')}>
        <NotSetUp />
      </Frame>
    );
  }
  const { product } = view;
  return (
    <Frame
      title={t('estate.title')}
      heading={
        <Heading needy={tenants?.filter(({ needs }) => needs.length > 0).length} of={tenants?.length} />
      }
      panel={
        view.tab === 'products' &&
        product !== undefined && (
          <ProductPanel key={product} sku={product} onClose={() => change({ product: undefined })} />
        )
      }
    >
      {error !== null && <Notice tone="bad">{error.message}</Notice>}
      <Counters
        tenants={tenants}
        chosen={view.tab === 'tenants' ? view.need : undefined}
        onChoose={(need) => change({ need, tab: undefined, product: undefined, sort: undefined })}
      />
      <TabList
        className={styles.tabs}
        selectedValue={view.tab}
        onTabSelect={(_, { value }) =>
          change({
            tab: value === 'tenants' ? undefined : String(value),
            need: undefined,
            search: undefined,
            sort: undefined,
            product: undefined,
          })
        }
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab}>
            {t(`estate.${tab}`)}
          </Tab>
        ))}
      </TabList>
      {view.tab === 'tenants' ? (
        <TenantsTab tenants={tenants} view={view} change={change} />
      ) : (
        <ProductsTab view={view} change={change} />
      )}
    </Frame>
  );
}

type HeadingProps = { readonly needy: number | undefined; readonly of: number | undefined };

/** "7 of 63 tenants need you". */
function Heading({ needy, of }: HeadingProps) {
  const { t, rich } = useWords();
  if (needy === undefined || of === undefined) return <>{t('estate.title')}</>;
  return <>{needy === 0 ? t('estate.allWell', { of }) : rich('estate.need', { count: needy, of })}</>;
}
