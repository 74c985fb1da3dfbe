import { createCompany } from './company/company.ts';
import type { Company } from './company/company.ts';
import { guid, hash, pick } from './company/chance.ts';
import { companyNames } from './company/workplaces.ts';
import { createApplication } from './entra/application.ts';
import type { Application } from './entra/application.ts';

/** One directory: its names, its application, and the company in it. */
export type Tenant = {
  readonly seed: number;
  readonly id: string;
  readonly displayName: string;
  /** The verified default domain, and the one that every tenant is born with. */
  readonly domain: string;
  readonly initialDomain: string;
  readonly application: Application;
  readonly company: Company;
  /** True while Microsoft (or its owner) has closed it. */
  isBlocked: boolean;
};

/** The nth tenant of a seed. */
export function createTenant(seed: number, nth: number, users: number, now: Date): Tenant {
  const own = hash(seed, nth, 50);
  const name = pick(companyNames, seed + nth - 1);
  const round = Math.floor(nth / companyNames.length);
  const displayName = round === 0 ? name : `${name} ${round + 1}`;
  const label = displayName.toLowerCase().replace(/[^a-z0-9]/gu, '');
  const names = {
    domain: `${label}.example`,
    initialDomain: `${label}.onmicrosoft.com`,
    companyName: displayName,
  };
  return {
    seed: own,
    id: guid(own, 51, 0),
    displayName,
    domain: names.domain,
    initialDomain: names.initialDomain,
    application: createApplication(own, now),
    company: createCompany({ seed: own, ...names }, users, now),
    isBlocked: false,
  };
}

/** The tenant of an id or of one of its domains, in any letter case. */
export function tenantNamed(tenants: readonly Tenant[], name: string): Tenant | undefined {
  const wanted = name.toLowerCase();
  return tenants.find(({ id, domain, initialDomain }) => [id, domain, initialDomain].includes(wanted));
}
