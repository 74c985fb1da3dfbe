import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What stands behind the `?` of the address: text only, so that a view can be read and sent as a link. */
export type Search = Readonly<Record<string, string>>;

/** Turns text behind the `?` into a record; of a name given twice the last counts. */
export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The text behind the `?`, without what is empty. */
export function searchText(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** The part of the address a page is in charge of: what `read` makes of it, and a function that changes some of it. */
export function useUrl<T>(read: (search: Search) => T): readonly [T, (change: UrlChange) => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    ({ replace = false, ...values }: UrlChange) => {
      void navigate({
        to: '.',
        search: (old) => withoutEmpty({ ...old, ...values }),
        replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [read(search), change];
}

/** New values by name, where undefined or empty takes one away; `replace` leaves no step to go back to (while typing). */
export type UrlChange = { readonly [name: string]: string | boolean | undefined; readonly replace?: boolean };

/** A day such as 2026-11-24 that exists, or undefined. */
export function dayIn(value: string | undefined): string | undefined {
  if (value === undefined || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value) ? undefined : value;
}

/** One of these words, or undefined. */
export function oneOf<const Word extends string>(
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === value);
}

function withoutEmpty(
  values: Readonly<Record<string, string | boolean | undefined>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') kept[name] = value;
  }
  return kept;
}
