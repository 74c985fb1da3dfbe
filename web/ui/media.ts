import { useSyncExternalStore } from 'react';

/** Screens on which the rail is a bar at the bottom and tables are cards. */
export const narrow = '@media (max-width: 719px)';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches,
  );
}

/** Whether the screen is narrow. */
export function useNarrow(): boolean {
  return useMedia(narrow.replace('@media ', ''));
}
