import type { BalanceLine, Explanation, ResourceAge } from '../../api/contract/balance.ts';
import { contosoId, lastRead } from './constants.ts';

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
