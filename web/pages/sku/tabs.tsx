import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import { useWords } from '../../words/words.tsx';
import { type Tab as TabName, tabs } from './view.ts';

const useStyles = makeStyles({
  list: { flexShrink: 0, marginInline: '-12px', overflowX: 'auto', overflowY: 'hidden' },
  count: {
    marginInlineStart: '6px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
});

type Props = {
  readonly tab: TabName;
  readonly line: BalanceLine;
  readonly onTab: (tab: TabName) => void;
};

/** The parts of the page. */
export function Tabs({ tab, line, onTab }: Props) {
  const styles = useStyles();
  const { t, number } = useWords();
  return (
    <TabList
      className={styles.list}
      selectedValue={tab}
      onTabSelect={(_, { value }) => onTab(tabs.find((name) => name === value) ?? 'overview')}
    >
      {tabs.map((name) => (
        <Tab key={name} value={name}>
          {t(`sku.${name}`)}
          {name === 'holders' && line.counted !== null && (
            <span className={styles.count}>{number(line.counted)}</span>
          )}
        </Tab>
      ))}
    </TabList>
  );
}
