import { makeStyles, tokens } from '@fluentui/react-components';
import { useNow } from '../../now.ts';
import { ageOf } from '../../ui/age.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { type Words, useWords } from '../../words/words.tsx';
import { soonDays } from './needs.ts';
import type { EstateTenant } from './tenant-columns.tsx';

const useStyles = makeStyles({
  states: { display: 'inline-flex', alignItems: 'center', columnGap: '6px' },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, cursor: 'help' },
});

/** What presses most, and how much more there is. */
export function TenantState({ tenant }: { readonly tenant: EstateTenant }) {
  const styles = useStyles();
  const { t } = useWords();
  const now = useNow();
  const [first, ...others] = statesOf(tenant, t, now);
  if (first === undefined) return <Pill tone="good">{t('products.ok')}</Pill>;
  const more = others.map(({ label }) => label).join(' · ');
  return (
    <span className={styles.states}>
      <Pill tone={first.tone} {...(first.why === undefined ? {} : { title: first.why })}>
        {first.label}
      </Pill>
      {others.length > 0 && (
        <span className={styles.more} title={more} role="note" aria-label={more}>
          {`+${others.length}`}
        </span>
      )}
    </span>
  );
}

type State = { readonly tone: Tone; readonly label: string; readonly why?: string | undefined };

function statesOf({ line, needs }: EstateTenant, t: Words['t'], now: Date): readonly State[] {
  const { tenant, held, resources } = line;
  const kept = resources.find(({ state }) => state === 'kept');
  const { asOf } = tenant;
  const all: readonly (State | false)[] = [
    tenant.state === 'refused' && { tone: 'bad', label: t('estate.isRefused'), why: tenant.reason },
    needs.includes('over') && {
      tone: 'bad',
      label: t('estate.isOver', { count: line.overAssigned }),
    },
    held > 0 && { tone: 'warning', label: t('estate.isHeld', { count: held }) },
    needs.includes('credential') && {
      tone: 'warning',
      label: t(credentialWord(line.tenant.credential.endsAt, now), { days: soonDays }),
    },
    needs.includes('grace') && { tone: 'warning', label: t('estate.isInGrace', { count: line.inGrace }) },
    tenant.state !== 'refused' &&
      kept !== undefined && { tone: 'warning', label: t('estate.isPartial'), why: kept.reason ?? undefined },
    asOf !== null &&
      tenant.state === 'active' &&
      ageOf(asOf, now) === 'stale' && { tone: 'warning', label: t('estate.isStale') },
    needs.includes('renewal') && { tone: 'info', label: t('estate.isRenewing') },
    tenant.state === 'paused' && { tone: 'quiet', label: t('estate.isPaused') },
    asOf === null && { tone: 'waiting', label: t('estate.isNew') },
  ];
  return all.filter((state) => state !== false);
}

function credentialWord(endsAt: string | null, now: Date) {
  return endsAt !== null && new Date(endsAt) <= now ? 'estate.credentialEnded' : 'estate.credentialEnds';
}
