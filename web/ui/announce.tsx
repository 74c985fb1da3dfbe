import { makeStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const said = new EventTarget();
let last = '';

/** Has a screen reader say something when it is done with what it says now. */
export function announce(text: string): void {
  // The same text twice would be no change, and so not be read again.
  last = text === last ? `${text}\u00a0` : text;
  said.dispatchEvent(new Event('said'));
}

/** Where announcements are read from; once a page. */
export function LiveRegion() {
  const styles = useHiddenStyles();
  const text = useSyncExternalStore(
    (notify) => {
      said.addEventListener('said', notify);
      return () => said.removeEventListener('said', notify);
    },
    () => last,
  );
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
}

/** For what only a screen reader should find. */
export const useHiddenStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
