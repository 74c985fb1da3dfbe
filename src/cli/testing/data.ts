import type { BalanceLine, Explanation, ResourceAge } from '../../api/contract/balance.ts';
import type { Entry } from '../../api/contract/ledger.ts';
import type { Person, PersonDetail } from '../../api/contract/people.ts';
import type { CollectAnswer, Run } from '../../api/contract/runs.ts';
import type { Tenant } from '../../api/contract/tenants.ts';

/** The moment at which every test of the command line runs. */
export const testNow = new Date('2026-11-24T08:12:00.000Z');

/** The tenant of all data here. */
export const contosoId = '11111111-aaaa-4bbb-8ccc-000000000001';
const lastRead = '2026-11-24T06:12:00.000Z';

/** A line of a paid product that is all right, with what is given in place of its figures. */
export function balanceLine(changes: Partial<BalanceLine>): BalanceLine {
  return {
    tenantId: contosoId,
    tenantName: 'Contoso',
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    skuPartNumber: 'SPE_E3',
    productName: 'Microsoft 365 E3',
    class: 'paid',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    enabled: 300,
    warning: 0,
    suspended: 0,
    lockedOut: 0,
    consumed: 291,
    usable: 300,
    available: 9,
    firm: 9,
    graceHeld: 0,
    over: 0,
    ghost: 0,
    trueOver: 0,
    utilization: 0.97,
    counted: 291,
    gap: 0,
    status: 'balanced',
    asOf: lastRead,
    runId: 'run-1',
    ...changes,
  };
}

const nothingKnown = {
  enabled: null,
  warning: null,
  suspended: null,
  lockedOut: null,
  consumed: null,
  usable: null,
  available: null,
  firm: null,
  graceHeld: null,
  over: null,
  ghost: null,
  trueOver: null,
  utilization: null,
  gap: null,
} as const;

const exchange = {
  skuId: '4b9405b0-7788-4568-add1-99614e613b69',
  skuPartNumber: 'EXCHANGESTANDARD',
  productName: 'Exchange Online (Plan 1)',
} as const;
const graced = { warning: 20, usable: 320, consumed: 311, counted: 311, firm: -11, graceHeld: 11 } as const;

/** One product of each kind, as a company of some size has them. */
export const balanceLines: readonly BalanceLine[] = [
  balanceLine({ ...graced }),
  balanceLine({
    skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    skuPartNumber: 'SPE_E5',
    productName: 'Microsoft 365 E5',
    enabled: 1500,
    usable: 1500,
    consumed: 1504,
    available: -4,
    firm: -4,
    over: 4,
    trueOver: 4,
    counted: 1502,
    gap: 2,
    status: 'open',
  }),
  balanceLine({
    ...exchange,
    enabled: 0,
    suspended: 50,
    usable: 0,
    consumed: 50,
    available: -50,
    firm: -50,
    over: 50,
    ghost: 50,
    counted: 50,
  }),
  balanceLine({
    skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
    skuPartNumber: 'VISIOCLIENT',
    productName: 'Visio Plan 2',
    class: 'trial',
    enabled: 25,
    usable: 25,
    consumed: 3,
    available: 22,
    firm: 22,
    counted: 3,
  }),
  balanceLine({
    skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d',
    skuPartNumber: 'FLOW_FREE',
    productName: 'Microsoft Power Automate Free',
    class: 'free',
    enabled: 10_000,
    usable: 10_000,
    consumed: 5,
    available: 9995,
    firm: 9995,
    counted: 5,
    utilization: null,
  }),
  balanceLine({
    skuId: '8d2ac0ab-a1f3-4bc9-8e0b-2c9e3a3e0f66',
    skuPartNumber: 'MCOPSTNC',
    productName: 'Communications Credits',
    class: 'company',
    appliesTo: 'Company',
    enabled: 1,
    usable: 1,
    consumed: 0,
    available: null,
    firm: null,
    counted: 0,
    gap: null,
    utilization: null,
  }),
  balanceLine({
    ...nothingKnown,
    skuId: '61902246-d7cb-453e-85cd-53ee28eec138',
    skuPartNumber: null,
    productName: 'Unknown product (resembles Office 365 E3)',
    class: 'no-subscription',
    appliesTo: null,
    capabilityStatus: null,
    counted: 2,
    status: 'open',
  }),
];

/** Every resource read by the latest run. */
export const freshResources: readonly ResourceAge[] = ['skus', 'subscriptions', 'users'].map((resource) => ({
  resource,
  readAt: lastRead,
  state: 'read',
  reason: null,
}));

/** Products kept from the day before, because Microsoft refused them. */
export const staleResources: readonly ResourceAge[] = freshResources.map((age) =>
  age.resource === 'skus'
    ? {
        ...age,
        readAt: '2026-11-22T06:12:00.000Z',
        state: 'kept',
        reason: 'Microsoft refused: Directory.Read.All is missing',
      }
    : age,
);

/** A product in grace with two subscriptions, and one proof of each result but open. */
export const explanation: Explanation = {
  line: balanceLine({ ...graced }),
  subscriptions: [
    {
      id: '2a1f4f0e-3f2f-4d0b-9d0a-77f2a5a4c001',
      status: 'Enabled',
      totalLicenses: 300,
      isTrial: false,
      createdAt: '2024-03-01T00:00:00.000Z',
      nextLifecycleAt: '2027-03-01T00:00:00.000Z',
      lifecycle: 'renewal',
    },
    {
      id: '2a1f4f0e-3f2f-4d0b-9d0a-77f2a5a4c002',
      status: 'Warning',
      totalLicenses: 20,
      isTrial: false,
      createdAt: '2025-11-01T00:00:00.000Z',
      nextLifecycleAt: '2026-12-01T00:00:00.000Z',
      lifecycle: 'expiry',
    },
  ],
  checks: [
    {
      id: 'R1',
      title: 'the subscriptions add up to the units',
      expected: 320,
      found: 320,
      result: 'equal',
      cause: null,
    },
    {
      id: 'R2',
      title: 'people counted equal the seats that Microsoft counts',
      expected: 311,
      found: 309,
      result: 'explained',
      cause: '2 seats are held by devices',
    },
    {
      id: 'R3',
      title: 'active assignments equal the seats',
      expected: 309,
      found: 309,
      result: 'equal',
      cause: null,
    },
    {
      id: 'R4',
      title: 'people read equal the number that Microsoft gives',
      expected: 1610,
      found: null,
      result: 'unknown',
      cause: null,
    },
  ],
  resources: [...staleResources],
  sources: { direct: 12, group: 280, both: 17, unknown: 2 },
  waiting: 2,
};

/** A blocked member with a seat by two ways, who waits for another. */
export const ana: Person = {
  tenantId: contosoId,
  id: '6e7b768e-07e2-4810-8459-485f84f8f204',
  userPrincipalName: 'ana.souza@contoso.com',
  displayName: 'Ana Souza',
  enabled: false,
  type: 'member',
  department: 'Sales',
  country: 'Brazil',
  usageLocation: 'BR',
  seats: [
    {
      skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
      skuPartNumber: 'SPE_E3',
      productName: 'Microsoft 365 E3',
      sources: [
        { kind: 'direct' },
        { kind: 'group', groupId: '9f1b0a2c-0000-4000-8000-000000000001', groupName: 'Sales BR' },
      ],
      state: 'active',
      since: null,
    },
  ],
  waiting: [
    {
      skuId: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
      skuPartNumber: 'VISIOCLIENT',
      productName: 'Visio Plan 2',
      groupId: '9f1b0a2c-0000-4000-8000-000000000002',
      groupName: 'Design',
      error: 'CountViolation',
    },
  ],
};

/** A guest without a seat, with a name of wide characters. */
export const wang: Person = {
  ...ana,
  id: '6e7b768e-07e2-4810-8459-485f84f8f205',
  userPrincipalName: 'wang.xiuying_fabrikam.cn#EXT#@contoso.onmicrosoft.com',
  displayName: '王秀英',
  enabled: true,
  type: 'guest',
  department: null,
  country: null,
  seats: [],
  waiting: [],
};

/** The same member whole. */
export const anaDetail: PersonDetail = {
  person: ana,
  tenantName: 'Contoso',
  mail: 'ana.souza@contoso.com',
  companyName: null,
  jobTitle: 'Account manager',
  employeeId: '1042',
  employeeType: 'Employee',
  costCenter: null,
  division: null,
  hybrid: true,
  createdAt: '2021-02-03T10:00:00.000Z',
  asOf: lastRead,
  findings: [{ rule: 'disabled-but-licensed', evidence: 'blocked, holds Microsoft 365 E3' }],
  disabledPlans: [
    { skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', planId: 'a23b959c', planName: 'Sway' },
    { skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', planId: '7547a3fe', planName: 'Yammer Enterprise' },
  ],
};

/** A tenant in good order, its secret soon to end. */
export const contoso: Tenant = {
  id: contosoId,
  name: 'Contoso',
  domain: 'contoso.com',
  clientId: '22222222-aaaa-4bbb-8ccc-000000000002',
  cloud: 'global',
  credential: { kind: 'secret', endsAt: '2026-12-04T00:00:00.000Z' },
  state: 'active',
  lastRun: lastRead,
  asOf: lastRead,
  users: 1610,
};

/** A published run, with what is given in place of its fields. */
export function run(changes: Partial<Run>): Run {
  return {
    tenantId: contosoId,
    id: 'run-1',
    state: 'published',
    startedAt: '2026-11-24T06:11:20.000Z',
    endedAt: '2026-11-24T06:12:00.000Z',
    requests: 21,
    throttled: 0,
    ...changes,
  };
}

/** A collection in which nothing changed, with what is given in place of its fields. */
export function collectAnswer(changes: Partial<CollectAnswer>): CollectAnswer {
  return {
    tenantId: contosoId,
    tenantName: 'Contoso',
    run: run({}),
    outcome: 'published',
    reason: null,
    opening: false,
    users: { total: 1610, added: 0, removed: 0, changed: 0 },
    seats: 1865,
    skus: [],
    entries: 0,
    ...changes,
  };
}

/** An opening, a seat assigned, a purchase. */
export const entries: readonly Entry[] = [
  {
    tenantId: contosoId,
    sequence: 1,
    at: lastRead,
    runId: 'run-1',
    kind: 'opened',
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    before: null,
    after: { enabled: 300, warning: 20, suspended: 0, consumed: 311, seats: 311 },
  },
  {
    tenantId: contosoId,
    sequence: 2,
    at: lastRead,
    runId: 'run-2',
    kind: 'seat-assigned',
    userId: ana.id,
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    before: null,
    after: {
      sources: [{ kind: 'direct' }, { kind: 'group', groupId: '9f1b0a2c-0000-4000-8000-000000000001' }],
      state: 'active',
      error: null,
      disabledPlans: [],
    },
  },
  {
    tenantId: contosoId,
    sequence: 3,
    at: lastRead,
    runId: 'run-2',
    kind: 'units-changed',
    skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    before: { enabled: 1490, lockedOut: null },
    after: { enabled: 1500, lockedOut: 0 },
  },
];

/** A tenant with a long name that Microsoft refuses. */
export const fabrikam: Tenant = {
  ...contoso,
  id: '33333333-aaaa-4bbb-8ccc-000000000003',
  name: 'Fabrikam Deutschland GmbH & Co. KG',
  domain: 'fabrikam.onmicrosoft.com',
  credential: { kind: 'certificate', endsAt: '2027-12-04T00:00:00.000Z' },
  state: 'refused',
  asOf: null,
  users: null,
  reason: 'The application is disabled in the tenant.',
};
