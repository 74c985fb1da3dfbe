import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Checkmark16Regular,
  Person16Regular,
  People16Regular,
  QuestionCircle16Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { PersonDetail, PersonSeat, WaitingSeat } from '../../../src/api/contract/people.ts';
import { errorWords } from '../../ui/ledger/seat-words.ts';
import { Pill } from '../../ui/pill.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { SeatPlans } from './seat-plans.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  seat: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '12px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  product: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', overflowWrap: 'anywhere' },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: '2px', color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** Every license the person holds or waits for: how it came, since when, in what state. */
export function PersonSeats({ detail }: { readonly detail: PersonDetail }) {
  const styles = useStyles();
  const { t, number } = useWords();
  const { tenantId, seats, waiting } = detail.person;
  const count = seats.length + waiting.length;
  const waits = waiting.length > 0 ? ` · ${t('people.waiting', { count: number(waiting.length) })}` : '';
  return (
    <Section title={t('people.seats')} {...(count === 0 ? {} : { note: `${number(seats.length)}${waits}` })}>
      {count === 0 ? (
        <span className={styles.quiet}>{t('people.noSeats')}</span>
      ) : (
        <ul className={styles.list}>
          {waiting.map((seat) => (
            <WaitingItem key={`${seat.skuId} ${seat.groupId ?? ''}`} seat={seat} tenantId={tenantId} />
          ))}
          {faultyFirst(seats).map((seat) => (
            <SeatItem key={seat.skuId} seat={seat} tenantId={tenantId} disabled={detail.disabledPlans} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function faultyFirst(seats: readonly PersonSeat[]): readonly PersonSeat[] {
  return seats.toSorted((a, b) => Number(a.state === 'active') - Number(b.state === 'active'));
}

type SeatProps = {
  readonly seat: PersonSeat;
  readonly tenantId: string;
  readonly disabled: PersonDetail['disabledPlans'];
};

function SeatItem({ seat, tenantId, disabled }: SeatProps) {
  const styles = useStyles();
  const { t, day, fullTime } = useWords();
  const { skuId, productName, sources, state, error, since } = seat;
  return (
    <li className={styles.seat}>
      <div className={styles.head}>
        <Product tenantId={tenantId} skuId={skuId} name={productName} />
        <Pill
          tone={state === 'active' ? 'quiet' : 'warning'}
          {...(state === 'active' ? { icon: <Checkmark16Regular aria-hidden /> } : {})}
        >
          {t(state === 'active' ? 'people.active' : 'people.activeWithError')}
        </Pill>
      </div>
      {error !== undefined && <ErrorLine error={error} />}
      {sources.length === 0 && <Line icon={<QuestionCircle16Regular />}>{t('people.noSource')}</Line>}
      {sources.map((source) => (
        <PathLine
          key={source.groupId ?? 'direct'}
          group={groupOf(source)}
          direct="assignedDirectly"
          through="throughGroup"
        />
      ))}
      <span
        className={mergeClasses(styles.quiet, styles.small)}
        title={since === null ? undefined : fullTime(since)}
      >
        {since === null ? t('people.heldFirst') : t('people.heldSince', { day: day(since) })}
      </span>
      <SeatPlans tenantId={tenantId} skuId={skuId} disabled={disabled} />
    </li>
  );
}

type WaitingProps = { readonly seat: WaitingSeat; readonly tenantId: string };

function WaitingItem({ seat, tenantId }: WaitingProps) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <li className={styles.seat}>
      <div className={styles.head}>
        <Product tenantId={tenantId} skuId={seat.skuId} name={seat.productName} />
        <Pill tone="warning">{t('people.waits')}</Pill>
      </div>
      <ErrorLine error={seat.error} />
      <PathLine
        group={seat.groupId === undefined ? undefined : groupOf(seat)}
        direct="waitsDirect"
        through="waitsGroup"
      />
    </li>
  );
}

type ProductProps = { readonly tenantId: string; readonly skuId: string; readonly name: string };

function Product({ tenantId, skuId, name }: ProductProps) {
  const styles = useStyles();
  return (
    <TextLink to="/t/$tenant/skus/$sku" params={{ tenant: tenantId, sku: skuId }} className={styles.product}>
      {name}
    </TextLink>
  );
}

/** What an error means, and below it as Microsoft names it. */
function ErrorLine({ error }: { readonly error: string }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span>
      {errorWords(error, t)} <span className={mergeClasses(styles.code, styles.quiet)}>{error}</span>
    </span>
  );
}

type Group = { readonly groupId?: string | undefined; readonly groupName?: string | undefined };
type PathProps = {
  /** Undefined where it was given to the person directly. */
  readonly group: Group | undefined;
  readonly direct: 'assignedDirectly' | 'waitsDirect';
  readonly through: 'throughGroup' | 'waitsGroup';
};

function PathLine({ group, direct, through }: PathProps) {
  const { t } = useWords();
  if (group === undefined) return <Line icon={<Person16Regular />}>{t(`people.${direct}`)}</Line>;
  const name = group.groupName ?? t('people.unnamedGroup', { id: group.groupId });
  return <Line icon={<People16Regular />}>{t(`people.${through}`, { group: name })}</Line>;
}

function groupOf({
  kind = 'group',
  groupId,
  groupName,
}: Group & { readonly kind?: string }): Group | undefined {
  return kind === 'direct' ? undefined : { groupId, groupName };
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: string }) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      {children}
    </span>
  );
}
