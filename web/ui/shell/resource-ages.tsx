import { makeStyles, tokens } from '@fluentui/react-components';
import type { ResourceAge } from '../../../src/api/contract/balance.ts';
import { useWords } from '../../words/words.tsx';
import { resourceName } from '../resource-name.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    columnGap: tokens.spacingHorizontalL,
    rowGap: '6px',
    margin: 0,
    minWidth: '240px',
  },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  when: { margin: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  reason: {
    gridColumn: '1 / -1',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

type Props = { readonly resources: readonly ResourceAge[]; readonly reason: string | undefined };

/** When each resource was last read whole, and why an older read is kept. */
export function ResourceAges({ resources, reason }: Props) {
  const styles = useStyles();
  const { t, time } = useWords();
  return (
    <>
      <h2 className={styles.title}>{t('shell.lastRead')}</h2>
      <dl className={styles.list}>
        {reason !== undefined && <dd className={styles.reason}>{reason}</dd>}
        {resources.map(({ resource, readAt, state, reason: why }) => (
          <ResourceAgeLine
            key={resource}
            name={resourceName(resource, t)}
            when={readAt === null ? t('shell.never') : time(readAt)}
            why={state === 'read' ? null : why}
          />
        ))}
      </dl>
    </>
  );
}

type LineProps = { readonly name: string; readonly when: string; readonly why: string | null };

function ResourceAgeLine({ name, when, why }: LineProps) {
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.when}>{when}</dd>
      {why !== null && <dd className={styles.reason}>{why}</dd>}
    </>
  );
}
