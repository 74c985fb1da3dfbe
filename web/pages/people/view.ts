import type { Params } from '../../api.ts';
import { type Search, oneOf } from '../../url.ts';

/** What the list of people shows, as it stands in the address. */
export type PeopleView = {
  readonly search: string;
  /** Id or part number. */
  readonly sku: string | undefined;
  readonly department: string | undefined;
  readonly enabled: 'true' | 'false' | undefined;
  readonly licensed: 'true' | 'false' | undefined;
  /** The name of a rule. */
  readonly finding: string | undefined;
  readonly sort: (typeof sorts)[number] | undefined;
  /** Whose panel is open. */
  readonly person: string | undefined;
};

const sorts = ['name', '-name', 'department', '-department', 'country', '-country'] as const;

/** Reads the view out of the address. */
export function readView(search: Search): PeopleView {
  return {
    search: search['search'] ?? '',
    sku: search['sku'],
    department: search['department'],
    enabled: oneOf(search['enabled'], ['true', 'false']),
    licensed: oneOf(search['licensed'], ['true', 'false']),
    finding: search['finding'],
    sort: oneOf(search['sort'], sorts),
    person: search['person'],
  };
}

/** A change of the address that takes away every filter. */
export const noFilter = {
  search: undefined,
  sku: undefined,
  department: undefined,
  enabled: undefined,
  licensed: undefined,
  finding: undefined,
} as const;

/** What the API is asked for a view. */
export function paramsOf({ search, sku, department, enabled, licensed, finding, sort }: PeopleView): Params {
  return { search, sku, department, enabled, licensed, finding, sort };
}

/** Whether anybody is left out. */
export function isFiltered(view: PeopleView): boolean {
  return Object.keys(noFilter).some((name) => {
    const value = view[name as keyof typeof noFilter];
    return value !== undefined && value !== '';
  });
}
