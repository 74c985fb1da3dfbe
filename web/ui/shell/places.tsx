import {
  ArrowSync20Filled,
  ArrowSync20Regular,
  BuildingMultiple20Filled,
  BuildingMultiple20Regular,
  History20Filled,
  History20Regular,
  Lightbulb20Filled,
  Lightbulb20Regular,
  People20Filled,
  People20Regular,
  Scales20Filled,
  Scales20Regular,
  Settings20Filled,
  Settings20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { hasPage } from '../../pages.ts';
import { type Right, useMe } from '../../session.ts';
import type { WordKey } from '../../words/words.tsx';
import { useCurrentTenant } from './current-tenant.ts';

/** A place the rail leads to. */
export type Place = {
  readonly name: string;
  readonly title: WordKey;
  readonly path: string;
  readonly icon: ReactNode;
  readonly activeIcon: ReactNode;
  /** The key after `g` that goes there. */
  readonly key: string;
};

type PlaceOfKind = Omit<Place, 'path'> & {
  readonly path: (tenant: string | undefined) => string | null;
  readonly page: string;
  readonly right?: Right;
};

const ofTenant = (name: string) => (tenant: string | undefined) =>
  tenant === undefined ? null : `/t/${encodeURIComponent(tenant)}/${name}`;

const all: readonly PlaceOfKind[] = [
  {
    name: 'estate',
    page: 'estate',
    title: 'estate.title',
    path: () => '/estate',
    icon: <BuildingMultiple20Regular />,
    activeIcon: <BuildingMultiple20Filled />,
    key: 'e',
  },
  {
    name: 'balance',
    page: 'balance',
    title: 'balance.title',
    path: ofTenant('balance'),
    icon: <Scales20Regular />,
    activeIcon: <Scales20Filled />,
    key: 'b',
  },
  {
    name: 'people',
    page: 'people',
    title: 'people.title',
    path: ofTenant('people'),
    icon: <People20Regular />,
    activeIcon: <People20Filled />,
    key: 'p',
  },
  {
    name: 'findings',
    page: 'findings',
    title: 'findings.title',
    path: ofTenant('findings'),
    icon: <Lightbulb20Regular />,
    activeIcon: <Lightbulb20Filled />,
    key: 'f',
  },
  {
    name: 'history',
    page: 'history',
    title: 'history.title',
    path: ofTenant('history'),
    icon: <History20Regular />,
    activeIcon: <History20Filled />,
    key: 'h',
  },
  {
    name: 'collection',
    page: 'collection',
    title: 'collection.title',
    path: () => '/collection',
    icon: <ArrowSync20Regular />,
    activeIcon: <ArrowSync20Filled />,
    key: 'c',
  },
  {
    name: 'settings',
    page: 'settings/tenants',
    title: 'settings.title',
    path: () => '/settings/tenants',
    icon: <Settings20Regular />,
    activeIcon: <Settings20Filled />,
    key: 's',
  },
];

/** Every place that is there and that the caller may see, in the order of the rail. */
export function usePlaces(): readonly Place[] {
  const tenant = useCurrentTenant();
  const rights = useMe()?.rights ?? [];
  return all.flatMap(({ page, right, path, ...place }) => {
    const to = path(tenant?.id);
    const may = right === undefined || rights.includes(right);
    return hasPage(page) && may && to !== null ? [{ ...place, path: to }] : [];
  });
}
