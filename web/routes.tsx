import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { page } from './pages.ts';
import { Home, NotFound, PageFailed, SettingsHome } from './ui/shell/home.tsx';
import { Root } from './ui/shell/root.tsx';
import { Shell } from './ui/shell/shell.tsx';
import { type Search, parseSearch, searchText } from './url.ts';

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  // Each page reads its own part of it with `useUrl`.
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
});
const bare = () => root;
const shell = createRoute({ getParentRoute: bare, id: 'shell', component: Shell });
const inside = () => shell;

// Each stands by itself, because a route made inside of a list loses the type of its path.
const signIn = createRoute({ getParentRoute: bare, path: '/sign-in', component: page('sign-in') });
const claim = createRoute({ getParentRoute: bare, path: '/claim', component: page('claim') });
const home = createRoute({ getParentRoute: inside, path: '/', component: Home });
const estate = createRoute({ getParentRoute: inside, path: '/estate', component: page('estate') });
const connect = createRoute({ getParentRoute: inside, path: '/connect', component: page('connect') });
const collection = createRoute({
  getParentRoute: inside,
  path: '/collection',
  component: page('collection'),
});
const balance = createRoute({
  getParentRoute: inside,
  path: '/t/$tenant/balance',
  component: page('balance'),
});
const sku = createRoute({ getParentRoute: inside, path: '/t/$tenant/skus/$sku', component: page('sku') });
const people = createRoute({ getParentRoute: inside, path: '/t/$tenant/people', component: page('people') });
const findings = createRoute({
  getParentRoute: inside,
  path: '/t/$tenant/findings',
  component: page('findings'),
});
const history = createRoute({
  getParentRoute: inside,
  path: '/t/$tenant/history',
  component: page('history'),
});
const run = createRoute({ getParentRoute: inside, path: '/t/$tenant/runs/$run', component: page('run') });
const settingsHome = createRoute({ getParentRoute: inside, path: '/settings', component: SettingsHome });
const tenants = createRoute({
  getParentRoute: inside,
  path: '/settings/tenants',
  component: page('settings/tenants'),
});
const access = createRoute({
  getParentRoute: inside,
  path: '/settings/access',
  component: page('settings/access'),
});
const system = createRoute({
  getParentRoute: inside,
  path: '/settings/system',
  component: page('settings/system'),
});

const ofTenant = [balance, sku, people, findings, history, run] as const;
const settings = [settingsHome, tenants, access, system] as const;
const signedIn = shell.addChildren([home, estate, connect, collection, ...ofTenant, ...settings]);
const routes = root.addChildren([signIn, claim, signedIn]);

/** Which page an address shows. */
export const router = createRouter({
  routeTree: routes,
  parseSearch,
  stringifySearch: searchText,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  defaultPendingMs: 100,
});

declare module '@tanstack/react-router' {
  // This is how the router learns the types of our addresses.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: typeof router;
  }
}
