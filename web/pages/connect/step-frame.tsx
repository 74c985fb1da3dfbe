import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export const useStepStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '20px', minWidth: 0 },
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '20px',
    padding: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 719px)': { padding: '16px' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  field: { maxWidth: '460px' },
});

type Props = {
  readonly title: string;
  readonly lead: ReactNode;
  /** What is to be read first of all. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
};

/** What a step of the wizard stands in: its heading, a sentence, its content. */
export function StepFrame({ title, lead, before, children }: Props) {
  const styles = useStepStyles();
  return (
    <section className={styles.step}>
      {before}
      <header className={styles.head}>
        <h2 className={styles.title} tabIndex={-1}>
          {title}
        </h2>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </section>
  );
}
