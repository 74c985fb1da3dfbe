import { Page as Frame } from '../../ui/page.tsx';
import { FirstCollection } from '../../ui/first-collection.tsx';
import { NotFound } from '../../ui/shell/home.tsx';
import { useTenant, useTenants } from '../../session.ts';
import { useWords } from '../../words/words.tsx';
import { TenantBalance } from './tenant-balance.tsx';

/** The home of a tenant: what was bought, what is assigned, what is left, and whether that can be trusted. */
export function Page() {
  const { t } = useWords();
  const tenants = useTenants();
  const tenant = useTenant();
  const title = t('balance.title');
  if (tenants === undefined) return <Frame title={title}>{null}</Frame>;
  if (tenant === undefined) return <NotFound />;
  if (tenant.asOf === null) {
    return (
      <Frame title={title}>
        <FirstCollection tenant={tenant} />
      </Frame>
    );
  }
  return <TenantBalance key={tenant.id} tenant={tenant} />;
}
