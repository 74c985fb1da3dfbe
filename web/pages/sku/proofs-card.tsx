import { makeStyles, tokens } from '@fluentui/react-components';
import type { BalanceLine, Check, Explanation } from '../../../src/api/contract/balance.ts';
import { Card } from '../../ui/card.tsx';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: '8px',
  },
  id: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold },
  title: { overflowWrap: 'anywhere' },
  figures: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cause: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The proofs R1 to R4, each with the two numbers it compares. */
export function ProofsCard({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { t } = useWords();
  const { line, checks } = explanation;
  return (
    <Card
      title={t('sku.proofs')}
      actions={<Pill tone={stamps[line.status]}>{t(`balance.${line.status}`)}</Pill>}
    >
      <ul className={styles.list}>
        {checks.map((check) => (
          <Proof key={check.id} check={check} />
        ))}
      </ul>
    </Card>
  );
}

function Proof({ check: { id, expected, found, result, cause } }: { readonly check: Check }) {
  const styles = useStyles();
  const { t, number } = useWords();
  const said = (value: number | null) => (value === null ? '—' : number(value));
  const sign = expected !== null && expected === found ? '=' : '≠';
  return (
    <li className={styles.item}>
      <span className={styles.id}>{id}</span>
      <div>
        <div className={styles.title}>{t(`sku.${id}`)}</div>
        <div className={styles.figures}>
          {result === 'unknown' && (expected === null || found === null)
            ? t('sku.notComparable')
            : `${said(expected)} ${sign} ${said(found)}`}
        </div>
        {cause !== null && <p className={styles.cause}>{cause}</p>}
      </div>
      <Pill tone={tones[result]}>{t(`sku.${result}`)}</Pill>
    </li>
  );
}

const stamps = { balanced: 'good', open: 'bad', unknown: 'quiet' } as const satisfies Record<
  BalanceLine['status'],
  Tone
>;
const tones = { equal: 'good', explained: 'info', open: 'bad', unknown: 'quiet' } as const satisfies Record<
  Check['result'],
  Tone
>;
