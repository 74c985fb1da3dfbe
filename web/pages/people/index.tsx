import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Warning24Regular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { ResourceAge } from '../../../src/api/contract/balance.ts';
import type { PeopleCounters } from '../../../src/api/contract/findings.ts';
import type { Page as ListPage } from '../../../src/api/contract/list.ts';
import type { Person } from '../../../src/api/contract/people.ts';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { type Problem, address, useApi } from '../../api.ts';
import { useTenant, useTenants } from '../../session.ts';
import { DataNotices } from '../../ui/data-notices.tsx';
import { DownloadMenu } from '../../ui/download-menu.tsx';
import { EmptyState, NoMatch, PermissionMissing, ProblemState } from '../../ui/empty-state.tsx';
import { FirstCollection } from '../../ui/first-collection.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { neverAllowed } from '../../ui/permissions.ts';
import { NotFound } from '../../ui/shell/home.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { usePagedRows } from '../../ui/table/paged-rows.ts';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { usePeopleColumns } from './columns.tsx';
import { Counters } from './counters.tsx';
import { Filters } from './filters.tsx';
import { PersonPanel } from './person-panel.tsx';
import { productNamed, useProducts } from './products.ts';
import { isFiltered, noFilter, paramsOf, readView } from './view.ts';

const useStyles = makeStyles({
  count: {
    marginInlineStart: '10px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** The people of a tenant with their licenses. */
export function Page() {
  const { t } = useWords();
  const tenants = useTenants();
  const tenant = useTenant();
  if (tenants === undefined) return null;
  if (tenant === undefined) return <NotFound />;
  if (tenant.asOf !== null) return <People key={tenant.id} tenant={tenant} />;
  return (
    <Frame title={t('people.title')}>
      <FirstCollection tenant={tenant} />
    </Frame>
  );
}

function People({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useWords();
  const tenantId = tenant.id;
  const [view, change] = useUrl(readView);
  const path = `/tenants/${tenantId}/users`;
  const { rows, total, asOf, problem, old, retry } = usePagedRows<Person>(path, paramsOf(view));
  const counters = useApi<PeopleCounters>(`/tenants/${tenantId}/counters`).data;
  const resources = useApi<ListPage<ResourceAge>>(`/tenants/${tenantId}/resources`).data?.items;
  const products = useProducts(tenantId);
  const columns = usePeopleColumns(products, productNamed(products, view.sku)?.skuId);
  const clear = useCallback(() => change(noFilter), [change]);
  const close = useCallback(() => change({ person: undefined }), [change]);
  const filtered = isFiltered(view);
  const permission = neverAllowed(resources, 'users');
  if (permission !== undefined) {
    return (
      <Frame title={t('people.title')}>
        <PermissionMissing tenant={tenant} permission={permission} shows={t('states.showsPeople')} />
      </Frame>
    );
  }
  return (
    <Frame
      title={t('people.title')}
      heading={<Heading shown={total} all={filtered ? counters?.people : undefined} />}
      actions={<Downloads path={path} view={view} filtered={filtered} />}
      panel={
        view.person !== undefined && (
          <PersonPanel key={view.person} tenantId={tenantId} id={view.person} onClose={close} />
        )
      }
    >
      <DataNotices
        tenant={tenant}
        resources={resources?.filter(({ resource }) => resource === 'users' || resource === 'groups')}
        asOf={asOf}
      />
      <Counters counters={counters} view={view} onChange={change} />
      {problem !== null && rows === undefined ? (
        <>
          <Filters view={view} onChange={change} counters={counters} products={products} />
          <Failed problem={problem} onRetry={retry} onClear={clear} />
        </>
      ) : (
        <>
          {problem !== null && (
            <Notice tone="bad" urgent actions={<Button onClick={retry}>{t('states.retry')}</Button>}>
              {t('people.furtherFailed', { reason: problem.message })}
            </Notice>
          )}
          <DataTable
            name="people"
            label={t('people.list')}
            columns={columns}
            source={rows && { type: 'paged', rows }}
            rowKey={({ id }) => id}
            sort={view.sort}
            onSort={(sort) => change({ sort })}
            selected={view.person}
            onOpen={({ id }) => change({ person: id })}
            empty={<NoMatch onClear={clear} />}
            old={old}
            fill
          >
            <Filters view={view} onChange={change} counters={counters} products={products} />
          </DataTable>
        </>
      )}
    </Frame>
  );
}

/** The title with the number of people shown, which is said when a filter changes it. */
function Heading({ shown, all }: { readonly shown: number | undefined; readonly all: number | undefined }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <>
      {t('people.title')}
      <span className={styles.count} role="status">
        {shown !== undefined &&
          (all === undefined
            ? t('people.shown', { count: shown })
            : t('people.shownOf', { count: shown, all }))}
      </span>
    </>
  );
}

type DownloadsProps = {
  readonly path: string;
  readonly view: ReturnType<typeof readView>;
  readonly filtered: boolean;
};

function Downloads({ path, view, filtered }: DownloadsProps) {
  const { t } = useWords();
  const link = (rows: 'people' | 'seats', shown: boolean) =>
    address(path, { ...(shown ? paramsOf(view) : {}), rows, format: 'csv' });
  const shown = [
    { label: t('people.downloadView'), href: link('people', true) },
    { label: t('people.downloadViewSeats'), href: link('seats', true) },
  ];
  const all = [
    { label: t('people.downloadAll'), href: link('people', false) },
    { label: t('people.downloadAllSeats'), href: link('seats', false) },
  ];
  return <DownloadMenu downloads={filtered ? [...shown, ...all] : all} />;
}

type FailedProps = {
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onClear: () => void;
};

/** The list did not come: a filter from an old link can be taken away, all else tried again. */
function Failed({ problem, onRetry, onClear }: FailedProps) {
  const { t } = useWords();
  if (problem.code !== 'wrong-input' && problem.code !== 'not-found') {
    return <ProblemState problem={problem} onRetry={onRetry} />;
  }
  return (
    <EmptyState
      icon={<Warning24Regular />}
      title={t('people.unknownFilter')}
      actions={<Button onClick={onClear}>{t('table.clear')}</Button>}
    >
      {t('people.unknownFilterText')}
    </EmptyState>
  );
}
