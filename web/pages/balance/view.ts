import { type Search, dayIn, oneOf } from '../../url.ts';

/** What the address says of the balance shown. */
export type View = {
  /** The past day shown; now without it. */
  readonly at: string | undefined;
  /** The day to compare with. */
  readonly vs: string | undefined;
  /** Part of a product's name. */
  readonly search: string;
  readonly only: 'attention' | 'open' | undefined;
  readonly sort: string | undefined;
  /** The product whose panel is open. */
  readonly sku: string | undefined;
};

export function readView(search: Search): View {
  return {
    at: dayIn(search['at']),
    vs: dayIn(search['vs']),
    search: search['search'] ?? '',
    only: oneOf(search['only'], ['attention', 'open']),
    sort: search['sort'],
    sku: search['sku'],
  };
}
