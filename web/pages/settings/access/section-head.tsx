import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', paddingTop: '8px' },
  text: { flex: '1 1 200px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  lead: { margin: 0, color: tokens.colorNeutralForeground3 },
});

type Props = { readonly title: string; readonly lead: string; readonly action?: ReactNode };

/** What stands above a list: its heading, a sentence, and the button that adds to it. */
export function SectionHead({ title, lead, action }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <div className={styles.text}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.lead}>{lead}</p>
      </div>
      {action}
    </div>
  );
}
