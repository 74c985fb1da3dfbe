import { makeStyles } from '@fluentui/react-components';
import type { Person } from '../../../src/api/contract/people.ts';
import { Pill } from '../../ui/pill.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { usePeopleColumns } from '../people/columns.tsx';
import { errorWords } from '../people/seats.ts';

const useStyles = makeStyles({
  path: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The columns of people as everywhere, but with the way to this one product in place of all their licenses. */
export function useHolderColumns(skuId: string): readonly Column<Person>[] {
  const { t } = useWords();
  const [name, ...others] = usePeopleColumns(undefined, skuId);
  const path: Column<Person> = {
    id: 'path',
    label: t('sku.path'),
    define: { meaning: t('sku.pathMeans'), field: 'licenseAssignmentStates.assignedByGroup' },
    width: 200,
    grow: 1.5,
    card: 'line',
    cell: (person) => <PathCell person={person} skuId={skuId} />,
  };
  const kept = others.filter(({ id }) => id !== 'licenses' && id !== 'source');
  return name === undefined ? [path] : [name, path, ...kept];
}

function PathCell({ person, skuId }: { readonly person: Person; readonly skuId: string }) {
  const styles = useStyles();
  const { t, list } = useWords();
  const seat = person.seats.find((each) => each.skuId === skuId);
  if (seat === undefined) {
    const error = person.waiting.find((each) => each.skuId === skuId)?.error;
    return (
      <span>
        <Pill tone="waiting" title={error && errorWords(error, t)}>
          {t('sku.waits')}
        </Pill>
      </span>
    );
  }
  const names = seat.sources.map(({ kind, groupName, groupId }) =>
    kind === 'direct' ? t('sku.direct') : (groupName ?? groupId ?? t('sku.someGroup')),
  );
  const path = names.length === 0 ? t('sku.otherwise') : list(names);
  if (seat.error === undefined) {
    return (
      <span className={styles.path} title={path}>
        {path}
      </span>
    );
  }
  return (
    <span>
      <Pill tone="warning" title={errorWords(seat.error, t)}>
        {path}
      </Pill>
    </span>
  );
}
