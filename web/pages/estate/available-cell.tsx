import { makeStyles } from '@fluentui/react-components';
import { BulletBar } from '../../ui/charts/bullet-bar.tsx';
import { Figure } from '../../ui/figure.tsx';
import { narrow } from '../../ui/media.ts';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  cell: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    width: '100%',
  },
  // A card has its figure alone at the end.
  bar: { [narrow]: { display: 'none' } },
  figure: { marginInlineStart: 'auto' },
});

type Props = {
  readonly assigned: number | null;
  readonly usable: number | null;
  readonly available: number | null;
  /** Why a figure is unknown. */
  readonly why: string;
  /** What has to be known of the sum. */
  readonly note: string;
};

/** What is left, behind a bar of what is in use. */
export function AvailableCell({ assigned, usable, available, why, note }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span className={styles.cell}>
      <span className={styles.bar}>
        <BulletBar assigned={assigned} usable={usable} width={72} />
      </span>
      <span className={styles.figure}>
        <Figure
          value={available}
          why={why}
          sum={{
            title: t('balance.available'),
            terms: [
              { sign: '', label: t('sku.usable'), value: usable },
              { sign: '\u2212', label: t('charts.assigned'), value: assigned },
            ],
            result: available,
            note,
          }}
        />
      </span>
    </span>
  );
}
