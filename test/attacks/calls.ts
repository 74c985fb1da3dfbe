import type { Route } from '../../src/api/route.ts';
import { routes } from '../../src/api/routes/index.ts';
import type { Place } from './world.ts';

/** What fills the varying parts of the paths. */
export type Named = Pick<Place, 'id' | 'sku' | 'user' | 'run'>;

/** Ids that nothing has. */
export const unknown: Named = {
  id: '00000000-0000-4000-8000-000000000991',
  sku: '00000000-0000-4000-8000-000000000992',
  user: '00000000-0000-4000-8000-000000000993',
  run: '00000000-0000-4000-8000-000000000994',
};

/** The name of a route in the tables of the tests. */
export function nameOf({ method, url }: Route): string {
  return `${method} ${url}`;
}

/** The routes that only read. */
export const reading = routes.filter(({ method }) => method === 'GET');

/** The routes that change something, or let someone in. */
export const changing = routes.filter(({ method }) => method !== 'GET');

/** The address of a route with what it names; whatever is of no tenant is nobody's. */
export function targetOf({ url }: Route, { id, sku, user, run }: Named): string {
  const parts: Readonly<Record<string, string>> = {
    tenant: id,
    sku,
    user,
    run,
    name: 'nobody',
    id: '0123456789abcdef',
    token: 'none',
  };
  return `/api/v1${url.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? name)}`;
}

/** A body that each changing route takes. */
export function bodyOf(route: Route, tenant: string): Readonly<Record<string, unknown>> | undefined {
  const name = nameOf(route);
  const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'POST /claim': { code: '0'.repeat(32), name: 'mallory', password: 'long enough to be one' },
    'POST /sign-in': { name: 'mallory', password: 'long enough to be one' },
    'POST /sign-in/one-time': { code: '0'.repeat(32) },
    'POST /tenants': { tenant, clientId: unknown.id, secret: 'wrong~secret' },
    'POST /certificates': { name: 'Seatledger' },
    'PATCH /tenants/:tenant': { name: 'renamed' },
    'POST /tenants/:tenant/runs': {},
    'POST /tenants/:tenant/held': { decision: 'keep' },
    'POST /accounts': { name: 'mallory', role: 'owner', password: 'long enough to be one' },
    'PATCH /accounts/:name': { role: 'owner' },
    'POST /tokens': { name: 'mallory' },
  };
  return bodies[name];
}
