import type { Route } from '../route.ts';
import { accessRoutes } from './access.ts';
import { balanceRoutes } from './balance.ts';
import { entranceRoutes } from './entrance.ts';
import { estateRoutes } from './estate.ts';
import { ledgerRoutes } from './ledger.ts';
import { peopleRoutes } from './people.ts';
import { runRoutes } from './runs.ts';
import { systemRoutes } from './system.ts';
import { tenantRoutes } from './tenants.ts';

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = [
  ...entranceRoutes,
  ...tenantRoutes,
  ...balanceRoutes,
  ...peopleRoutes,
  ...ledgerRoutes,
  ...runRoutes,
  ...estateRoutes,
  ...accessRoutes,
  ...systemRoutes,
];
