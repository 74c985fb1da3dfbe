import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/words.tsx';
import type { Definition } from './column.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, maxWidth: '300px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '4px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  name: { color: tokens.colorNeutralForeground3 },
  code: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** What a column or a figure means. */
export function DefinitionText({ label, define }: { readonly label: string; readonly define: Definition }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{label}</h2>
      <p className={styles.text}>{define.meaning}</p>
      {(define.formula ?? define.field) !== undefined && (
        <dl className={styles.facts}>
          {define.formula !== undefined && (
            <>
              <dt className={styles.name}>{t('figures.formula')}</dt>
              <dd className={styles.code}>{define.formula}</dd>
            </>
          )}
          {define.field !== undefined && (
            <>
              <dt className={styles.name}>{t('figures.field')}</dt>
              <dd className={styles.code}>{define.field}</dd>
            </>
          )}
        </dl>
      )}
    </div>
  );
}
