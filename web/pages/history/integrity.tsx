import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ErrorCircle16Filled,
  ShieldCheckmark16Filled,
  ShieldCheckmark16Regular,
} from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Verification } from '../../../src/api/contract/ledger.ts';
import { useApi } from '../../api.ts';
import { announce } from '../../ui/announce.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '6px',
    minHeight: '32px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    '& svg': { flexShrink: 0 },
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: 'anywhere',
  },
});

type Props = { readonly tenantId: string; readonly entries: number };

/** How long the ledger is, and on demand whether its chain of hashes and its sum still hold. */
export function Integrity({ tenantId, entries }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const verification = useApi<Verification>(asked ? `/tenants/${tenantId}/verification` : null);
  const { data, error, isFetching, refetch } = verification;
  const said = error !== null ? error.message : data === undefined || isFetching ? null : resultOf(data, t);
  useEffect(() => {
    if (said !== null) announce(said);
  }, [said]);
  const sound = error === null && data?.difference === null;
  return (
    <div className={styles.line}>
      {said === null && (
        <>
          <ShieldCheckmark16Regular aria-hidden />
          {t('history.entries', { count: entries })}
        </>
      )}
      {said !== null && sound && (
        <>
          <ShieldCheckmark16Filled aria-hidden className={styles.good} />
          <span title={data.head ?? undefined}>{said}</span>
        </>
      )}
      {said !== null && !sound && (
        <span className={styles.bad}>
          <ErrorCircle16Filled aria-hidden />
          {said}
        </span>
      )}
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={isFetching}
        title={t('history.verifyMeans')}
        onClick={() => {
          if (asked) void refetch();
          else setAsked(true);
        }}
      >
        {t(isFetching ? 'history.verifying' : said === null ? 'history.verify' : 'history.verifyAgain')}
      </Button>
    </div>
  );
}

function resultOf({ difference, entries }: Verification, t: ReturnType<typeof useWords>['t']): string {
  if (difference === null) return t('history.verified', { count: entries });
  const { sequence, what } = difference;
  return sequence === null ? t('history.differs', { what }) : t('history.differsAt', { sequence, what });
}
