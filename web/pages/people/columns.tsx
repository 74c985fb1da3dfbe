import { makeStyles, tokens } from '@fluentui/react-components';
import { Prohibited16Regular } from '@fluentui/react-icons';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Person, PersonSeat } from '../../../src/api/contract/people.ts';
import { Figure } from '../../ui/figure.tsx';
import { useNarrow } from '../../ui/media.ts';
import { Pill } from '../../ui/pill.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useWords } from '../../words/words.tsx';
import { LicenseTags } from './license-tags.tsx';
import { newestSince, wayOf } from './seats.ts';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' },
  who: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  stack: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0 },
});

/** The columns of the list of people; source and since are those of the product chosen, where one is. */
export function usePeopleColumns(
  products: readonly BalanceLine[] | undefined,
  skuId: string | undefined,
): readonly Column<Person>[] {
  const { t } = useWords();
  const free = new Set(products?.filter((line) => line.class === 'free').map((line) => line.skuId));
  // The product asked for comes first, and what is free last.
  const rank = (seat: PersonSeat) => (seat.skuId === skuId ? 0 : free.has(seat.skuId) ? 2 : 1);
  const ranked = (seats: Person['seats']) => seats.toSorted((a, b) => rank(a) - rank(b));
  const seatsOf = ({ seats }: Person) => seats.filter((seat) => skuId === undefined || seat.skuId === skuId);
  return [
    {
      id: 'name',
      label: t('people.person'),
      define: { meaning: t('people.personMeans'), field: 'displayName, userPrincipalName' },
      cell: (person) => <NameCell person={person} />,
      width: 244,
      grow: 1,
      sort: true,
    },
    {
      id: 'type',
      label: t('people.type'),
      define: { meaning: t('people.typeMeans'), field: 'userType' },
      cell: ({ type }) => <Text text={type && t(`people.${type}`)} />,
      width: 88,
    },
    {
      id: 'enabled',
      label: t('people.signIn'),
      define: { meaning: t('people.signInMeans'), field: 'accountEnabled' },
      cell: (person) => <SignInCell person={person} />,
      width: 96,
    },
    {
      id: 'department',
      label: t('people.department'),
      define: { meaning: t('people.departmentMeans'), field: 'department' },
      cell: ({ department }) => <Text text={department} />,
      width: 168,
      grow: 0.3,
      sort: true,
    },
    {
      id: 'country',
      label: t('people.country'),
      define: { meaning: t('people.countryMeans'), field: 'country' },
      cell: ({ country }) => <Text text={country} />,
      width: 122,
      grow: 0.2,
      sort: true,
    },
    {
      id: 'usageLocation',
      label: t('people.usageLocation'),
      define: { meaning: t('people.usageLocationMeans'), field: 'usageLocation' },
      cell: ({ usageLocation }) => <Text text={usageLocation} />,
      width: 140,
      optional: true,
    },
    {
      id: 'licenses',
      label: t('people.licenses'),
      define: { meaning: t('people.licensesMeans'), field: 'assignedLicenses, licenseAssignmentStates' },
      cell: ({ seats, waiting }) => <LicenseTags seats={ranked(seats)} waiting={waiting} />,
      width: 256,
      grow: 2,
      card: 'line',
    },
    {
      id: 'source',
      label: t('people.source'),
      define: { meaning: t('people.sourceMeans'), field: 'licenseAssignmentStates.assignedByGroup' },
      cell: (person) => <SourceCell seats={seatsOf(person)} />,
      width: 84,
    },
    {
      id: 'since',
      label: t('people.since'),
      define: { meaning: t('people.sinceMeans') },
      cell: (person) => <SinceCell seats={seatsOf(person)} />,
      width: 118,
      align: 'end',
    },
  ];
}

/** On narrow screens, which have no columns, it also says that someone is blocked. */
function NameCell({ person }: { readonly person: Person }) {
  const styles = useStyles();
  const { t } = useWords();
  const isNarrow = useNarrow();
  const { displayName, userPrincipalName, id, enabled } = person;
  const name = displayName ?? t('people.noName');
  const below = userPrincipalName ?? id;
  return (
    <span className={styles.who}>
      <span className={styles.stack}>
        <span className={`${styles.text} ${styles.name}`} title={name}>
          {name}
        </span>
        <span className={`${styles.text} ${styles.quiet}`} title={below}>
          {below}
        </span>
      </span>
      {isNarrow && enabled === false && <SignInCell person={person} />}
    </span>
  );
}

function Text({ text }: { readonly text: string | null }) {
  const styles = useStyles();
  if (text === null) return <Unknown />;
  return (
    <span className={styles.text} title={text}>
      {text}
    </span>
  );
}

function SignInCell({ person: { enabled } }: { readonly person: Person }) {
  const { t } = useWords();
  if (enabled === null) return <Unknown />;
  if (enabled) return <Text text={t('people.allowed')} />;
  return (
    <span>
      <Pill tone="quiet" icon={<Prohibited16Regular aria-hidden />}>
        {t('people.blocked')}
      </Pill>
    </span>
  );
}

type SeatsProps = { readonly seats: Person['seats'] };

function SourceCell({ seats }: SeatsProps) {
  const { t } = useWords();
  const way = wayOf(seats);
  if (way !== null) return <Text text={t(`people.${way}`)} />;
  return <Unknown why={t(seats.length === 0 ? 'people.noSeat' : 'people.noSource')} />;
}

function SinceCell({ seats }: SeatsProps) {
  const { t, day } = useWords();
  const since = newestSince(seats);
  return since === null ? (
    <Unknown why={t(seats.length === 0 ? 'people.noSeat' : 'people.sinceFirst')} />
  ) : (
    <span style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{day(since)}</span>
  );
}

/** A dash with its reason. */
function Unknown({ why }: { readonly why?: string }) {
  return (
    <span>
      <Figure value={null} {...(why === undefined ? {} : { why })} />
    </span>
  );
}
