import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  DarkTheme20Regular,
  Keyboard20Regular,
  LocalLanguage20Regular,
  PersonCircle20Regular,
  SignOut20Regular,
} from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Me } from '../../../src/api/contract/access.ts';
import { call } from '../../api.ts';
import { languageNames, languages } from '../../words/languages.ts';
import { useWords } from '../../words/words.tsx';
import { narrow, useNarrow } from '../media.ts';
import { themeNames, useThemeName } from '../theme.tsx';
import { forgetTyped } from '../typed.ts';

const useStyles = makeStyles({
  wide: { [narrow]: { display: 'none' } },
  person: { display: 'flex', flexDirection: 'column', padding: '8px 10px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  role: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Light, dark, high contrast, or as the device is. */
export function ThemeMenu() {
  const styles = useStyles();
  const { t } = useWords();
  const [theme, setTheme] = useThemeName();
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = themeNames.find((name) => name === checkedItems[0]);
        if (chosen !== undefined) setTheme(chosen);
      }}
    >
      <IconTrigger className={styles.wide} label={t('shell.theme')} icon={<DarkTheme20Regular />} />
      <MenuPopover>
        <MenuList>
          <ThemeItems />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The language of the interface, each by its own name. */
export function LanguageMenu() {
  const styles = useStyles();
  const { t, language, setLanguage } = useWords();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = languageNames.find((name) => name === checkedItems[0]);
        if (chosen !== undefined) setLanguage(chosen);
      }}
    >
      <IconTrigger className={styles.wide} label={t('shell.language')} icon={<LocalLanguage20Regular />} />
      <MenuPopover>
        <MenuList>
          <LanguageItems />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Who is signed in, the keys, signing out; on narrow screens theme and language too. */
export function PersonMenu({ me, onKeys }: { readonly me: Me; readonly onKeys: () => void }) {
  const styles = useStyles();
  const { t, language, setLanguage } = useWords();
  const [theme, setTheme] = useThemeName();
  const isNarrow = useNarrow();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await call('/sign-out', { method: 'POST' });
    await navigate({ to: '/sign-in' });
    client.clear();
    forgetTyped();
  };
  return (
    <Menu
      checkedValues={{ theme: [theme], language: [language] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const chosenTheme = themeNames.find((each) => each === checkedItems[0]);
        const chosenLanguage = languageNames.find((each) => each === checkedItems[0]);
        if (name === 'theme' && chosenTheme !== undefined) setTheme(chosenTheme);
        if (name === 'language' && chosenLanguage !== undefined) setLanguage(chosenLanguage);
      }}
    >
      <IconTrigger label={t('shell.person', { name: me.name })} icon={<PersonCircle20Regular />} />
      <MenuPopover role="region" aria-label={t('shell.person', { name: me.name })}>
        <div className={styles.person}>
          <span className={styles.name}>{me.name}</span>
          <span className={styles.role}>{t(`shell.${me.role}`)}</span>
        </div>
        <MenuDivider />
        <MenuList>
          {isNarrow && (
            <>
              <MenuGroup>
                <MenuGroupHeader>{t('shell.theme')}</MenuGroupHeader>
                <ThemeItems />
              </MenuGroup>
              <MenuGroup>
                <MenuGroupHeader>{t('shell.language')}</MenuGroupHeader>
                <LanguageItems />
              </MenuGroup>
              <MenuDivider />
            </>
          )}
          <MenuItem icon={<Keyboard20Regular />} secondaryContent="?" onClick={onKeys}>
            {t('keys.title')}
          </MenuItem>
          {me.kind === 'account' && (
            <MenuItem icon={<SignOut20Regular />} onClick={() => void signOut()}>
              {t('shell.signOut')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ThemeItems() {
  const { t } = useWords();
  return themeNames.map((name) => (
    <MenuItemRadio key={name} name="theme" value={name}>
      {t(`shell.${name}`)}
    </MenuItemRadio>
  ));
}

function LanguageItems() {
  return languageNames.map((name) => (
    <MenuItemRadio key={name} name="language" value={name}>
      <span lang={name}>{languages[name]}</span>
    </MenuItemRadio>
  ));
}

type TriggerProps = { readonly label: string; readonly icon: ReactNode; readonly className?: string };

function IconTrigger({ label, icon, className = '' }: TriggerProps) {
  return (
    <MenuTrigger disableButtonEnhancement>
      <Button className={className} appearance="subtle" icon={<>{icon}</>} aria-label={label} title={label} />
    </MenuTrigger>
  );
}
