import { useMay, useTenants } from '../../session.ts';
import { NoRight } from '../../ui/empty-state.tsx';
import { Page as Frame } from '../../ui/page.tsx';
import { useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { readView } from './steps.ts';
import { Wizard } from './wizard.tsx';

/** Connects a tenant, or replaces the credential of one. */
export function Page() {
  const { t } = useWords();
  const may = useMay('manage-tenants');
  const [{ replace }] = useUrl(readView);
  const tenants = useTenants();
  const replaced = tenants?.find(({ id }) => id === replace);
  const title =
    replaced === undefined ? t('connect.title') : t('connect.replaceTitle', { tenant: replaced.name });
  if (!may) {
    return (
      <Frame title={title}>
        <NoRight />
      </Frame>
    );
  }
  return (
    <Frame title={title}>
      {(replace === undefined || tenants !== undefined) && <Wizard key={replaced?.id} replaced={replaced} />}
    </Frame>
  );
}
