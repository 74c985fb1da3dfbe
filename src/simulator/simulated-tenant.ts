import { changesOf } from './company/changes.ts';
import type { Changes } from './company/changes.ts';
import { passDay } from './company/day.ts';
import type { DayReport } from './company/day.ts';
import { truthOf } from './company/truth.ts';
import type { TruthRow } from './company/truth.ts';
import { applicationEdits } from './entra/application.ts';
import type { ApplicationEdits } from './entra/application.ts';
import { userProperties, userRow } from './graph/user-properties.ts';
import type { Tenant } from './tenant.ts';

/** A tenant as tests, the demo and the control interface hold it. */
export type SimulatedTenant = {
  readonly id: string;
  readonly displayName: string;
  /** The verified default domain, and the one that every tenant is born with. */
  readonly domain: string;
  readonly initialDomain: string;
  readonly clientId: string;
  /** Object ids of the app registration and of its service principal. */
  readonly objectId: string;
  readonly servicePrincipalId: string;
  /** Value of the first secret, and the id that is so easily mistaken for it. */
  readonly secret: string;
  readonly secretId: string;
  /** What it handed out, from counters of its own and not from any answer. */
  truth(): readonly TruthRow[];
  /** Users that are there, the deleted left out. */
  userCount(): number;
  /** The user at an index with all its properties as Graph would write them; undefined for one that is deleted. */
  user(index: number): Readonly<Record<string, unknown>> | undefined;
  groups(): readonly {
    readonly id: string;
    readonly displayName: string;
    readonly skuIds: readonly string[];
  }[];
  /** Ids in the recycle bin. */
  deletedUserIds(): readonly string[];
  /** Lets a day pass in the company; says exactly what happened. */
  passDay(): DayReport;
  readonly change: Changes;
  readonly permissions: {
    /** Admin consent for one app role; a token made before does not have it. */
    grant(role: string): void;
    /** Takes it away: from now on calls that need it are refused, also with older tokens. */
    revoke(role: string): void;
    list(): readonly string[];
  };
  readonly app: ApplicationEdits;
  /** Closes the whole tenant (token requests: AADSTS5000224), or opens it again. */
  setBlocked(isBlocked: boolean): void;
};

/** The handle of a tenant. */
export function simulatedTenant(tenant: Tenant, now: () => Date): SimulatedTenant {
  const { application, company } = tenant;
  const [secret] = application.secrets;
  const change = changesOf(company, now);
  let days = 0;
  return {
    id: tenant.id,
    displayName: tenant.displayName,
    domain: tenant.domain,
    initialDomain: tenant.initialDomain,
    clientId: application.clientId,
    objectId: application.objectId,
    servicePrincipalId: application.principalId,
    secret: secret?.value ?? '',
    secretId: secret?.keyId ?? '',
    truth: () => truthOf(company),
    userCount: () => company.present(),
    user(index) {
      if (!company.isPresent(index)) return undefined;
      const row = userRow(company, index);
      return Object.fromEntries(Object.entries(userProperties).map(([name, read]) => [name, read(row)]));
    },
    groups: () => company.groups(),
    deletedUserIds: () => [...company.deleted().keys()].map((index) => company.id(index)),
    passDay: () => passDay(company, change, days++, now()),
    change,
    permissions: {
      grant: (role) => void application.roles.add(role),
      revoke: (role) => void application.roles.delete(role),
      list: () => [...application.roles],
    },
    app: applicationEdits(application, tenant.seed, now),
    setBlocked: (isBlocked) => void (tenant.isBlocked = isBlocked),
  };
}
