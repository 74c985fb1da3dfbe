import { makeStyles } from '@fluentui/react-components';
import type { Person } from '../../../src/api/contract/people.ts';
import { Pill } from '../../ui/pill.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { usePeopleColumns } from '../people/columns.tsx';
import { errorWords, pathWords } from '../../ui/ledger/seat-words.ts';

const useStyles = makeStyles({
  // It stands alone here: "Directly and by Sales".
  path: {
    display: 'block',
    '::first-letter': { textTransform: 'uppercase' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** The columns of people as everywhere, but with the way to this one product in place of all their licenses. */
export function useHolderColumns(skuId: string): readonly Column<Person>[] {
  const { t } = useWords();
  const [name, ...others] = usePeopleColumns(undefined, skuId);
  const path: Column<Person> = {
    id: 'path',
    label: t('sku.path'),
    define: { meaning: t('sku.pathMeans'), field: 'licenseAssignmentStates.assignedByGroup' },
    width: 280,
    grow: 1,
    card: 'line',
    cell: (person) => <PathCell person={person} skuId={skuId} />,
  };
  const kept = others.filter(({ id }) => id !== 'licenses' && id !== 'source');
  return name === undefined ? [path] : [name, path, ...kept];
}

function PathCell({ person, skuId }: { readonly person: Person; readonly skuId: string }) {
  const styles = useStyles();
  const words = useWords();
  const { t } = words;
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
  const path = pathWords(seat.sources, words);
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
