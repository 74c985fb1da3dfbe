import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePreference } from '../preference.ts';
import { type Place, usePlaces } from './places.tsx';

/** Whether single keys do something; who speaks to the computer wants them off. */
export function useSingleKeys(): readonly ['on' | 'off', (value: 'on' | 'off') => void] {
  return usePreference<'on' | 'off'>('keys', (kept) => (kept === 'off' ? 'off' : 'on'));
}

type Actions = { readonly onPalette: () => void; readonly onKeys: () => void };

/** The keys that work on every page: Ctrl K, `/`, `?`, `g` and a place, `j` and `k` into the table. */
export function useShortcuts(actions: Actions): void {
  const places = usePlaces();
  const { history } = useRouter();
  const [singleKeys] = useSingleKeys();
  const state = useRef({ going: false });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        actions.onPalette();
        return;
      }
      if (singleKeys === 'off' || event.defaultPrevented || isTaken(event)) return;
      const going = state.current.going;
      state.current.going = !going && event.key === 'g';
      const done = going ? go(places, event.key, (path) => history.push(path)) : press(event.key, actions);
      if (done) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [actions, places, history, singleKeys]);
}

function go(places: readonly Place[], key: string, push: (path: string) => void): boolean {
  const place = places.find((each) => each.key === key);
  if (place !== undefined) push(place.path);
  return place !== undefined;
}

function press(key: string, { onKeys }: Actions): boolean {
  switch (key) {
    case '?':
      onKeys();
      return true;
    case '/':
      return focus('[data-filter]');
    case 'j':
    case 'k':
      return focus('[role="grid"] [data-line][tabindex="0"]');
    default:
      return false;
  }
}

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}

/** Keys typed into a field, a menu or a dialog belong there. */
function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="menu"], [aria-modal="true"]') !== null
  );
}
