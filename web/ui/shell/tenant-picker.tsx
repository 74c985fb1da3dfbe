import {
  Button,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular, BuildingMultiple20Regular, ChevronDown16Regular } from '@fluentui/react-icons';
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { Tenant } from '../../../src/api/contract/tenants.ts';
import { hasPage } from '../../pages.ts';
import { useMay, useTenant, useTenants } from '../../session.ts';
import { useWords } from '../../words/words.tsx';
import { narrow } from '../media.ts';
import { type Pick, PickList, fits } from '../pick-list.tsx';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    maxWidth: '300px',
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { maxWidth: 'none', flexShrink: 1, paddingInline: '6px' },
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  surface: { width: 'min(360px, calc(100vw - 24px))', boxSizing: 'border-box', padding: '12px' },
});

/** Which tenant is shown; the page stays the same where it can. */
export function TenantPicker() {
  const styles = useStyles();
  const { t } = useWords();
  const tenant = useTenant();
  const tenants = useTenants();
  const [open, setOpen] = useState(false);
  if (tenants === undefined || tenants.length === 0) return null;
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} positioning="below-start" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
          aria-label={`${t('shell.tenant')}: ${tenant?.name ?? t('shell.allTenants')}`}
        >
          <span className={styles.text}>{tenant?.name ?? t('shell.allTenants')}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('shell.tenant')}>
        <TenantList tenants={tenants} onDone={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

type ListProps = { readonly tenants: readonly Tenant[]; readonly onDone: () => void };

function TenantList({ tenants, onDone }: ListProps) {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const go = useGoToTenant();
  const navigate = useNavigate();
  const mayConnect = useMay('manage-tenants');
  const done = (pick: Pick): Pick => ({
    ...pick,
    onPick: () => {
      pick.onPick();
      onDone();
    },
  });
  const all: Pick = {
    id: 'all',
    label: t('shell.allTenants'),
    icon: <BuildingMultiple20Regular />,
    onPick: () => void navigate({ to: '/estate' }),
  };
  const add: Pick = {
    id: 'add',
    label: t('connect.title'),
    icon: <Add20Regular />,
    onPick: () => void navigate({ to: '/connect' }),
  };
  const found = tenants
    .filter(({ name, domain, id }) => fits(search, name, domain, id))
    .map((tenant): Pick => ({
      id: tenant.id,
      label: tenant.name,
      ...(tenant.domain === null ? {} : { hint: tenant.domain }),
      onPick: () => go(tenant),
    }));
  const picks = [
    ...(hasPage('estate') && tenants.length > 1 && fits(search, all.label) ? [all] : []),
    ...found,
    ...(mayConnect && hasPage('connect') && fits(search, add.label) ? [add] : []),
  ];
  return (
    <PickList
      label={t('shell.findTenant')}
      search={search}
      onSearch={setSearch}
      picks={picks.map(done)}
      empty={t('shell.nothingFound')}
    />
  );
}

/** Goes to a tenant: to the same page of it, where the page is of a tenant as a whole, else to its balance. */
export function useGoToTenant(): (tenant: Tenant) => void {
  const { pathname } = useLocation();
  const { history } = useRouter();
  return ({ id }) => {
    const page = /^\/t\/[^/]+\/(balance|people|findings|history)$/.exec(pathname)?.[1] ?? 'balance';
    history.push(`/t/${encodeURIComponent(id)}/${page}`);
  };
}
