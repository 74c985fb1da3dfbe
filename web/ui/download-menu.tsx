import { Button, Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useWords } from '../words/words.tsx';
import { useNarrow } from './media.ts';

type Props = { readonly downloads: readonly { readonly label: string; readonly href: string }[] };

/** Several ways to download a list as CSV. */
export function DownloadMenu({ downloads }: Props) {
  const { t } = useWords();
  const isNarrow = useNarrow();
  const label = t('table.export');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ArrowDownload20Regular />} aria-label={label} title={isNarrow ? label : undefined}>
          {isNarrow ? undefined : label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {downloads.map(({ label, href }) => (
            <MenuItemLink key={href} href={href} download>
              {label}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
