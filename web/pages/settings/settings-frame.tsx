import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../session.ts';
import { Page as Frame } from '../../ui/page.tsx';
import { useWords } from '../../words/words.tsx';

const useStyles = makeStyles({
  // As high as a button beside it, so that nothing moves between the pages.
  heading: { display: 'inline-block', lineHeight: '32px' },
  tabs: {
    display: 'flex',
    columnGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowX: 'auto',
    flexShrink: 0,
  },
  tab: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '40px',
    paddingInline: '12px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '3px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
    '&[aria-current="page"]': {
      color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      borderBottomColor: tokens.colorCompoundBrandStroke,
    },
  },
});

export type SettingsPlace = 'tenants' | 'access' | 'system';

type Props = {
  readonly place: SettingsPlace;
  readonly actions?: ReactNode;
  readonly panel?: ReactNode;
  readonly children: ReactNode;
};

/** What the pages of the settings stand in: their heading, and the way from one to another. */
export function SettingsFrame({ place, actions, panel, children }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const maySystem = useMay('read-system');
  const places = (['tenants', 'access', 'system'] as const).filter((each) => each !== 'system' || maySystem);
  return (
    <Frame
      title={`${t(`settings.${place}`)} · ${t('settings.title')}`}
      heading={<span className={styles.heading}>{t('settings.title')}</span>}
      actions={actions}
      panel={panel}
    >
      <nav aria-label={t('settings.title')}>
        <ul className={styles.tabs}>
          {places.map((each) => (
            <li key={each}>
              <Link
                to={`/settings/${each}`}
                className={styles.tab}
                aria-current={each === place ? 'page' : undefined}
              >
                {t(`settings.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Frame>
  );
}
