import { useCallback, useSyncExternalStore } from 'react';

const changed = new EventTarget();

/** Something a person chose that this browser remembers; `read` turns what was kept into a value, or gives the default. */
export function usePreference<T extends string>(
  name: string,
  read: (kept: string | null) => T,
): readonly [T, (value: T) => void] {
  const key = `seatledger.${name}`;
  const kept = useSyncExternalStore(listen, () => localStorage.getItem(key));
  const set = useCallback(
    (value: T) => {
      localStorage.setItem(key, value);
      changed.dispatchEvent(new Event('change'));
    },
    [key],
  );
  return [read(kept), set];
}

function listen(notify: () => void): () => void {
  changed.addEventListener('change', notify);
  // Another window of the same browser changed it.
  window.addEventListener('storage', notify);
  return () => {
    changed.removeEventListener('change', notify);
    window.removeEventListener('storage', notify);
  };
}
