import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PermissionLine, StepResult } from '../../../src/api/contract/tenants.ts';
import { useHiddenStyles } from '../../ui/announce.tsx';
import { narrow } from '../../ui/media.ts';
import { Pill } from '../../ui/pill.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'start', [narrow]: { display: 'block' } },
  block: { [narrow]: { display: 'block' } },
  head: {
    padding: '8px 12px 8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    [narrow]: { display: 'none' },
  },
  tier: {
    padding: '16px 0 6px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    [narrow]: { display: 'block' },
  },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [narrow]: { display: 'block', padding: '10px 0' },
  },
  cell: {
    padding: '10px 12px 10px 0',
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    [narrow]: { display: 'block', padding: '2px 0' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  reads: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    '& > li::first-letter': { textTransform: 'uppercase' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type Props = {
  readonly permissions: readonly PermissionLine[] | undefined;
  readonly results: readonly StepResult[];
};

/** What each permission is for, whether it is granted, and what is missing without it; the minimum first. */
export function PermissionTable({ permissions = [], results }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useWords();
  return (
    <table className={styles.table}>
      <caption className={hidden.hidden}>{t('connect.permissionsStep')}</caption>
      <thead className={styles.block}>
        <tr>
          {(['permission', 'reads', 'granted', 'without'] as const).map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {t(`connect.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {(['minimum', 'optional'] as const).map((tier) => (
        <tbody key={tier} className={styles.block}>
          <tr className={styles.block}>
            <th colSpan={4} scope="rowgroup" className={styles.tier}>
              {t(`connect.${tier}`)}
            </th>
          </tr>
          {permissions
            .filter((permission) => permission.tier === tier)
            .map((permission) => (
              <Line key={permission.name} permission={permission} results={results} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

type LineProps = { readonly permission: PermissionLine; readonly results: readonly StepResult[] };

function Line({ permission: { name, tier, reads, without }, results }: LineProps) {
  const styles = useStyles();
  const { t } = useWords();
  const found = results.filter(({ step }) => step === `permission:${name}`).at(-1)?.result;
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        {name}
      </th>
      <td className={mergeClasses(styles.cell, styles.small)}>
        {/* These sentences come from the server, which speaks English. */}
        <ul className={styles.reads} lang="en">
          {reads.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </td>
      <td className={styles.cell}>
        {tier === 'optional' ? (
          <span className={styles.quiet}>{t('connect.notNeeded')}</span>
        ) : found === undefined ? (
          <Pill tone="waiting">{t('connect.notTested')}</Pill>
        ) : (
          <Pill tone={found === 'failed' ? 'bad' : 'good'}>
            {t(found === 'failed' ? 'connect.missing' : 'connect.isGranted')}
          </Pill>
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.small)} lang="en">
        {without}
      </td>
    </tr>
  );
}
