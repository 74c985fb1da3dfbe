import { type Search, oneOf } from '../../url.ts';
import { needs } from './needs.ts';

/** The parts of the page, by their name in the address. */
export const tabs = ['tenants', 'products'] as const;

export type View = ReturnType<typeof readView>;

/** What the address says of this page. */
export function readView(search: Search) {
  return {
    tab: oneOf(search['tab'], tabs) ?? 'tenants',
    /** The only need that is shown. */
    need: oneOf(search['need'], needs),
    search: search['search'] ?? '',
    sort: search['sort'],
    /** The product whose tenants are open. */
    product: search['product'],
  };
}
