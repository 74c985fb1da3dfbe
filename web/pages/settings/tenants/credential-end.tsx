import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { Tenant } from '../../../../src/api/contract/tenants.ts';
import { useNow } from '../../../now.ts';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  end: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    minWidth: 0,
    '& > svg': { flexShrink: 0 },
  },
  soon: { '& > svg': { color: tokens.colorStatusWarningForeground3 } },
  over: { color: tokens.colorStatusDangerForeground1 },
});

/** From how many days before its end a credential is warned about, as the server does. */
const warnDays = 30;
const dayMs = 86_400_000;

/** What a tenant signs in with, and until when. */
export function CredentialEnd({ credential: { kind, endsAt } }: Pick<Tenant, 'credential'>) {
  const styles = useStyles();
  const { t, day } = useWords();
  const now = useNow();
  const name = t(`settings.kind-${kind}`);
  if (endsAt === null) return <span title={t('settings.endUnknown')}>{`${name} · —`}</span>;
  const days = Math.floor((new Date(endsAt).getTime() - now.getTime()) / dayMs);
  if (days < 0) {
    return (
      <span className={mergeClasses(styles.end, styles.over)}>
        <ErrorCircle16Filled aria-hidden />
        {t('settings.ended', { kind: name, day: day(endsAt) })}
      </span>
    );
  }
  if (days < warnDays) {
    return (
      <span className={mergeClasses(styles.end, styles.soon)}>
        <Warning16Filled aria-hidden />
        {t('settings.endsSoon', { kind: name, days })}
      </span>
    );
  }
  return <span>{t('settings.endsOn', { kind: name, day: day(endsAt) })}</span>;
}
