import type { Person, PersonDetail } from '../../api/contract/people.ts';
import { contosoId, lastRead } from './constants.ts';

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
