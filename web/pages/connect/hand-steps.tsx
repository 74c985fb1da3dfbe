import { makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { Children, type ReactNode } from 'react';
import { OutLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '24px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', columnGap: '14px' },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
  body: { display: 'flex', flexDirection: 'column', rowGap: '10px', minWidth: 0, paddingTop: '4px' },
  link: { display: 'inline-flex', alignItems: 'center', columnGap: '6px', alignSelf: 'flex-start' },
});

/** Things to do by hand at Microsoft, numbered. */
export function HandSteps({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {Children.map(children, (child, index) => (
        <li className={styles.item}>
          <span className={styles.number} aria-hidden>
            {index + 1}
          </span>
          <div className={styles.body}>{child}</div>
        </li>
      ))}
    </ol>
  );
}

/** A link to a page at Microsoft, which opens beside this one. */
export function PortalLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <OutLink className={styles.link} href={href} target="_blank" rel="noreferrer">
      {children}
      <Open16Regular aria-hidden />
    </OutLink>
  );
}
