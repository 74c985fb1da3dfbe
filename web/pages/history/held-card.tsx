import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons';
import type { HeldChange } from '../../../src/api/contract/overview.ts';
import { useNow } from '../../now.ts';
import { Delta, Figure } from '../../ui/figure.tsx';
import { useWords } from '../../words/words.tsx';
import { sentence } from '../run/sentence.ts';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '10px',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  figures: { display: 'flex', alignItems: 'flex-end', flexWrap: 'wrap', columnGap: '20px' },
  side: { display: 'flex', flexDirection: 'column' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  figure: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  arrow: { color: tokens.colorNeutralForeground3, paddingBottom: '8px' },
  delta: { paddingBottom: '6px' },
  reason: { margin: 0, overflowWrap: 'anywhere' },
});

/** One held change: what stood before, what the held read says, and why it is not believed yet. */
export function HeldCard({ held }: { readonly held: HeldChange }) {
  const styles = useStyles();
  const { t, time, fullTime, ago } = useWords();
  const now = useNow();
  const { before, after, heldAt, reason } = held;
  const change = before === null || after === null ? null : after - before;
  const isPeople = held.subject === 'users';
  const name = isPeople ? t('states.users') : (held.productName ?? held.subject);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        <span className={styles.when} title={fullTime(heldAt)}>
          {t('history.heldSince', { time: time(heldAt), ago: ago(heldAt, now) })}
        </span>
      </div>
      <div className={styles.figures}>
        <span className={styles.side}>
          <span className={styles.name}>{t(isPeople ? 'history.peopleShown' : 'history.seatsShown')}</span>
          <span className={styles.figure}>
            <Figure value={before} why={t('history.noNumber')} />
          </span>
        </span>
        <ArrowRight20Regular className={styles.arrow} aria-hidden />
        <span className={styles.side}>
          <span className={styles.name}>{t('history.heldRead')}</span>
          <span className={styles.figure}>
            <Figure value={after} why={t(isPeople ? 'history.noNumber' : 'history.vanished')} />
          </span>
        </span>
        {change !== null && (
          <span className={styles.delta}>
            <Delta value={change} />
          </span>
        )}
      </div>
      {reason !== null && (
        <p className={styles.reason}>{sentence(isPeople ? reason : reason.replaceAll(held.subject, name))}</p>
      )}
    </li>
  );
}
