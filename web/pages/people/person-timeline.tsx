import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, ArrowSwap16Regular, Person16Regular, Subtract16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Entry } from '../../../src/api/contract/ledger.ts';
import type { Person } from '../../../src/api/contract/people.ts';
import { usePages } from '../../api.ts';
import { Bone, Late } from '../../ui/late.tsx';
import { entryChanges } from '../../ui/ledger/entry-changes.ts';
import type { EntryNames } from '../../ui/ledger/entry-fields.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Words, useWords } from '../../words/words.tsx';
import { useProductName } from './products.ts';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  days: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '14px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  day: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  entries: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  entry: { display: 'flex', alignItems: 'flex-start', columnGap: '8px' },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: '2px', color: tokens.colorNeutralForeground3 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { alignSelf: 'flex-start' },
});

type Props = {
  readonly tenantId: string;
  readonly userId: string;
  /** Undefined for someone who is gone: groups then have no names. */
  readonly person?: Person;
};

/** What the ledger says of a person, by day, newest first. */
export function PersonTimeline({ tenantId, userId, person }: Props) {
  const styles = useStyles();
  const { t, day } = useWords();
  const params = { user: userId, order: 'newest' };
  const answer = usePages<Entry>(`/tenants/${tenantId}/entries`, params);
  const productName = useProductName(tenantId);
  const names: EntryNames = { product: productName, group: groupNames(person) };
  const entries = answer.data?.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('people.timeline')}>
      {entries === undefined && answer.error === null && (
        <Late>
          <Bone height={60} />
        </Late>
      )}
      {entries?.length === 0 && <span className={styles.quiet}>{t('people.timelineNone')}</span>}
      <ol className={styles.days}>
        {[...byDay(entries ?? [])].map(([date, ofDay]) => (
          <li key={date}>
            <h4 className={styles.day}>{day(date)}</h4>
            <ul className={styles.entries}>
              {ofDay.map((entry) => (
                <EntryLines key={entry.sequence} entry={entry} names={names} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {answer.error !== null && <Notice tone="bad">{answer.error.message}</Notice>}
      {answer.hasNextPage && (
        <Button
          className={styles.more}
          disabled={answer.isFetching}
          onClick={() => void answer.fetchNextPage()}
        >
          {t('people.earlier')}
        </Button>
      )}
    </Section>
  );
}

type LinesProps = { readonly entry: Entry; readonly names: EntryNames };

function EntryLines({ entry, names }: LinesProps) {
  const styles = useStyles();
  const words = useWords();
  return sentences(entry, names, words).map((sentence, index) => (
    <li key={index} className={styles.entry}>
      <span className={styles.icon} aria-hidden>
        {iconOf(entry.kind)}
      </span>
      <span className={styles.text}>{sentence}</span>
    </li>
  ));
}

/** What an entry says of the person, a sentence for each thing that changed. */
function sentences(entry: Entry, names: EntryNames, words: Words): readonly ReactNode[] {
  const { t, rich } = words;
  const product = entry.skuId === undefined ? '' : (names.product(entry.skuId) ?? entry.skuId);
  if (entry.kind === 'user-added') return [t('people.entryAppeared')];
  if (entry.kind === 'user-removed') return [t('people.entryGone')];
  if (entry.kind === 'seat-removed') return [rich('people.entryRemoved', { product })];
  const changes = entryChanges(entry, names, words);
  if (entry.skuId === undefined) return changes;
  return changes.map((change, index) =>
    entry.kind === 'seat-assigned' && index === 0
      ? rich('people.entryAssigned', { product, path: change })
      : rich('people.entryOf', { product, change }),
  );
}

function iconOf(kind: Entry['kind']): ReactNode {
  if (kind === 'seat-assigned') return <Add16Regular />;
  if (kind === 'seat-removed') return <Subtract16Regular />;
  return kind === 'seat-changed' ? <ArrowSwap16Regular /> : <Person16Regular />;
}

/** The days of the ledger (UTC) with their entries. */
function byDay(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  return Map.groupBy(entries, ({ at }) => at.slice(0, 10));
}

/** The names of the groups that the person has licenses by; of others the ledger knows the id alone. */
function groupNames(person: Person | undefined): (groupId: string) => string | undefined {
  const sources = person ? [...person.seats.flatMap((seat) => seat.sources), ...person.waiting] : [];
  return (wanted) => sources.find(({ groupId }) => groupId === wanted)?.groupName;
}
