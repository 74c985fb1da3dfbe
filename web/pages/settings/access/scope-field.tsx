import { Checkbox, Field, Input, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TenantScope } from '../../../../src/api/contract/access.ts';
import { useTenants } from '../../../session.ts';
import { fits } from '../../../ui/pick-list.tsx';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  some: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '240px',
    overflowY: 'auto',
    padding: '4px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** From how many tenants on a search is worth its place. */
const manyTenants = 8;

type Props = {
  readonly scope: TenantScope;
  /** What is wrong with it. */
  readonly fault: string | null;
  readonly onChange: (scope: TenantScope) => void;
};

/** Which tenants someone sees: all of them, now and later, or these. */
export function ScopeField({ scope, fault, onChange }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const tenants = useTenants() ?? [];
  const [search, setSearch] = useState('');
  const chosen = scope === 'all' ? [] : scope;
  const turn = (id: string, isIn: boolean) =>
    onChange(isIn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <>
      <Field label={t('settings.tenants')}>
        <RadioGroup
          value={scope === 'all' ? 'all' : 'some'}
          onChange={(_, { value }) => onChange(value === 'all' ? 'all' : [])}
        >
          <Radio value="all" label={t('settings.allNowAndLater')} />
          <Radio value="some" label={t('settings.onlyThese')} />
        </RadioGroup>
      </Field>
      {scope !== 'all' && (
        <Field validationMessage={fault}>
          {(field) => (
            <div className={styles.some}>
              {tenants.length >= manyTenants && (
                <Input
                  type="search"
                  aria-label={t('shell.findTenant')}
                  placeholder={t('shell.findTenant')}
                  value={search}
                  onChange={(_, { value }) => setSearch(value)}
                />
              )}
              <div
                {...field}
                role="group"
                tabIndex={-1}
                aria-label={t('settings.onlyThese')}
                className={styles.list}
              >
                {tenants
                  .filter(({ name, domain }) => fits(search, name, domain))
                  .map(({ id, name }) => (
                    <Checkbox
                      key={id}
                      label={name}
                      checked={chosen.includes(id)}
                      onChange={(_, { checked }) => turn(id, checked === true)}
                    />
                  ))}
              </div>
            </div>
          )}
        </Field>
      )}
    </>
  );
}
