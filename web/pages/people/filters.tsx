import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { PeopleCounters } from '../../../src/api/contract/findings.ts';
import { type Chip, FilterBar } from '../../ui/filter-bar.tsx';
import type { UrlChange } from '../../url.ts';
import { type Words, useWords } from '../../words/words.tsx';
import { ruleTitle } from '../findings/rules.ts';
import { FilterPicker } from './filter-picker.tsx';
import { productNamed } from './products.ts';
import { type PeopleView, noFilter } from './view.ts';

const useStyles = makeStyles({ button: { fontWeight: tokens.fontWeightRegular, minWidth: 0 } });

type Props = {
  readonly view: PeopleView;
  readonly onChange: (change: UrlChange) => void;
  readonly counters: PeopleCounters | undefined;
  readonly products: readonly BalanceLine[] | undefined;
};

/** Search, product, department and sign-in; what is chosen stands as chips. */
export function Filters({ view, onChange, counters, products }: Props) {
  const { t, number } = useWords();
  const search = useCallback((text: string) => onChange({ search: text, replace: true }), [onChange]);
  const held = products?.filter(({ counted }) => counted !== null && counted > 0) ?? [];
  return (
    <FilterBar
      search={{ label: t('people.search'), value: view.search, onChange: search }}
      chips={chipsOf({ view, onChange, counters, products }, t)}
      onClear={() => onChange(noFilter)}
    >
      <FilterPicker
        label={t('people.product')}
        find={t('people.findProduct')}
        empty={t('people.nothingFound')}
        choices={held.map(({ skuId, productName, counted }) => ({
          id: skuId,
          label: productName,
          hint: number(counted ?? 0),
        }))}
        onPick={(sku) => onChange({ sku })}
      />
      <FilterPicker
        label={t('people.department')}
        find={t('people.findDepartment')}
        empty={t('people.nothingFound')}
        choices={(counters?.departments ?? []).map(({ name, people }) => ({
          id: name,
          label: name,
          hint: number(people),
        }))}
        onPick={(department) => onChange({ department })}
      />
      <SignInMenu onChange={onChange} />
    </FilterBar>
  );
}

function SignInMenu({ onChange }: Pick<Props, 'onChange'>) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<ChevronDown16Regular />} iconPosition="after">
          {t('people.signIn')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onChange({ enabled: 'true' })}>{t('people.allowed')}</MenuItem>
          <MenuItem onClick={() => onChange({ enabled: 'false' })}>{t('people.blocked')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function chipsOf({ view, onChange, counters, products }: Props, t: Words['t']): readonly Chip[] {
  const { licensed, finding, sku, department, enabled } = view;
  const chips: Chip[] = [];
  const add = (id: keyof typeof noFilter, label: string) =>
    chips.push({ id, label, onRemove: () => onChange({ [id]: undefined }) });
  const addNamed = (id: keyof typeof noFilter, name: string, value: string) =>
    add(id, t('people.chip', { name, value }));
  if (licensed !== undefined)
    add('licensed', t(licensed === 'true' ? 'people.licensed' : 'people.unlicensed'));
  if (finding !== undefined) {
    const title = counters?.rules.find(({ name }) => name === finding)?.title;
    add('finding', ruleTitle({ name: finding, title }, t));
  }
  if (sku !== undefined)
    addNamed('sku', t('people.product'), productNamed(products, sku)?.productName ?? sku);
  if (department !== undefined) addNamed('department', t('people.department'), department);
  if (enabled !== undefined) {
    addNamed('enabled', t('people.signIn'), t(enabled === 'true' ? 'people.allowed' : 'people.blocked'));
  }
  return chips;
}
