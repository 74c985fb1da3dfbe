import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload20Regular, TableSettings20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.tsx';
import { useNarrow } from '../media.ts';
import type { Column } from './column.ts';
import type { Density, useTableView } from './table-view.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '32px',
  },
  start: { flexGrow: 1, minWidth: 0 },
});

type Props<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly view: ReturnType<typeof useTableView<Row>>;
  /** Where the rows of this view can be downloaded as CSV. */
  readonly exportHref: string | undefined;
  /** What stands left of the tools, such as a filter bar. */
  readonly children: ReactNode;
};

/** Above a table: its filters, the columns and density, the download. */
export function TableTools<Row>({ columns, view, exportHref, children }: Props<Row>) {
  const styles = useStyles();
  const { t } = useWords();
  const isNarrow = useNarrow();
  if (isNarrow && exportHref === undefined && children === undefined) return null;
  return (
    <div className={styles.tools}>
      <div className={styles.start}>{children}</div>
      {exportHref !== undefined && (
        <Button
          as="a"
          href={exportHref}
          download
          appearance="subtle"
          icon={<ArrowDownload20Regular />}
          aria-label={t('table.export')}
          title={t('table.export')}
        />
      )}
      {!isNarrow && <ViewMenu columns={columns} view={view} />}
    </div>
  );
}

/** Cards of narrow screens know neither columns nor density. */
function ViewMenu<Row>({ columns, view }: Pick<Props<Row>, 'columns' | 'view'>) {
  const { t } = useWords();
  const chosen = columns.slice(1).filter(view.isShown);
  return (
    <Menu
      checkedValues={{ columns: chosen.map(({ id }) => id), density: [view.density] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === 'density') {
          view.setDensity((checkedItems[0] ?? 'comfortable') as Density);
          return;
        }
        const changed = columns
          .slice(1)
          .find((column) => view.isShown(column) !== checkedItems.includes(column.id));
        if (changed !== undefined) view.toggle(changed.id);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<TableSettings20Regular />}
          aria-label={t('table.view')}
          title={t('table.view')}
        />
      </MenuTrigger>
      <MenuPopover role="region" aria-label={t('table.view')}>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t('table.columns')}</MenuGroupHeader>
            {columns.slice(1).map(({ id, label }) => (
              <MenuItemCheckbox key={id} name="columns" value={id} persistOnClick>
                {label}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('table.density')}</MenuGroupHeader>
            <MenuItemRadio name="density" value="comfortable">
              {t('table.comfortable')}
            </MenuItemRadio>
            <MenuItemRadio name="density" value="compact">
              {t('table.compact')}
            </MenuItemRadio>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
