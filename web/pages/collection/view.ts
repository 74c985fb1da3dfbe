import { type Search, oneOf } from '../../url.ts';

export const collectionTabs = ['tenants', 'runs'] as const;

/** What the address says of the page. */
export type CollectionView = {
  readonly tab: (typeof collectionTabs)[number];
  readonly search: string;
  readonly sort: string | undefined;
  /** The id of the tenant whose panel is open. */
  readonly open: string | undefined;
};

export function readView(search: Search): CollectionView {
  return {
    tab: oneOf(search['tab'], collectionTabs) ?? 'tenants',
    search: search['search'] ?? '',
    sort: search['sort'],
    open: search['open'],
  };
}
