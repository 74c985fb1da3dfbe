import { Popover, PopoverSurface, makeStyles } from '@fluentui/react-components';
import { type ReactNode, createContext, use, useCallback, useState } from 'react';

type Show = (target: HTMLElement, content: ReactNode) => void;
const Context = createContext<Show | null>(null);

const useStyles = makeStyles({ surface: { maxWidth: '360px' } });

/** Shows content beside an element until a click elsewhere or Esc; one for all, because a table has hundreds of figures. */
export function usePopover(): Show {
  const show = use(Context);
  if (show === null) throw new Error('There is no popover outside of <PopoverLayer>.');
  return show;
}

/** The layer that popovers are shown on; once a page. */
export function PopoverLayer({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [shown, setShown] = useState<{ target: HTMLElement; content: ReactNode } | null>(null);
  const show = useCallback<Show>((target, content) => setShown({ target, content }), []);
  const close = () => {
    shown?.target.focus();
    setShown(null);
  };
  return (
    <Context value={show}>
      {children}
      {shown !== null && (
        <Popover
          open
          trapFocus
          withArrow
          positioning={{ target: shown.target, position: 'below', align: 'center' }}
          onOpenChange={(_, { open }) => {
            if (!open) close();
          }}
        >
          <PopoverSurface tabIndex={-1} className={styles.surface} aria-label={nameOf(shown.target)}>
            {shown.content}
          </PopoverSurface>
        </Popover>
      )}
    </Context>
  );
}

/** What the popover is about is what was pressed. */
function nameOf(target: HTMLElement): string {
  return target.getAttribute('aria-label') ?? (target.title === '' ? target.innerText : target.title);
}
