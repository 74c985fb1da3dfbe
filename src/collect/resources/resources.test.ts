import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id } from '../../domain/testing.ts';
import { applicationQuery, parseApplication } from './application.ts';
import { deletedUsers } from './deleted-users.ts';
import { groups, groupsWithErrors, joinGroups } from './groups.ts';
import { organizationQuery, parseOrganization } from './organization.ts';
import { skus } from './skus.ts';
import { subscriptions } from './subscriptions.ts';
import { users } from './users.ts';

const fields = {
  users:
    'id,userPrincipalName,displayName,mail,accountEnabled,userType,createdDateTime,usageLocation,country,department,' +
    'companyName,jobTitle,employeeId,employeeType,employeeOrgData,onPremisesSyncEnabled,assignedLicenses,' +
    'licenseAssignmentStates',
  subscriptions:
    'id,commerceSubscriptionId,skuId,skuPartNumber,status,totalLicenses,isTrial,createdDateTime,nextLifecycleDateTime,' +
    'ownerTenantId',
  groups: 'id,displayName,assignedLicenses,licenseProcessingState',
  deletedUsers: 'id,userPrincipalName,displayName,deletedDateTime,assignedLicenses',
};

test('each list is asked for exactly what is read of it', () => {
  for (const resource of [users, subscriptions, groups, deletedUsers]) {
    assert.equal(resource.query.query?.['$select'], fields[resource.name as keyof typeof fields]);
    assert.equal(resource.query.query?.['$top'], '999');
  }
  assert.equal(
    organizationQuery.query?.['$select'],
    'id,displayName,countryLetterCode,tenantType,verifiedDomains',
  );
  assert.equal(applicationQuery(id(1)).query?.['$select'], 'passwordCredentials,keyCredentials');
  // Microsoft documents no option for it but `$select`, which other clouds may not take.
  assert.equal(skus.query.query, undefined);
});

test('groups are asked for with the advanced query that their filters need', () => {
  for (const resource of [groups, groupsWithErrors]) {
    assert.equal(resource.query.eventual, true);
    assert.equal(resource.query.query?.['$count'], 'true');
  }
});

test('F-PG-16: a SKU is read with its units as they come, whatever they are', () => {
  const sku = skus.parse({
    id: `${id(5)}_${id(901)}`,
    skuId: id(901).toUpperCase(),
    skuPartNumber: 'SPE_E5',
    appliesTo: 'User',
    capabilityStatus: 'unknownFutureValue',
    consumedUnits: 2 ** 31 + 5,
    prepaidUnits: { enabled: 0, suspended: 3, warning: -1, lockedOut: 2 },
    subscriptionIds: ['b', 'a', 'b'],
    servicePlans: [
      { servicePlanId: id(21), servicePlanName: 'P', provisioningStatus: 'Success', appliesTo: 'User' },
      { servicePlanId: null, servicePlanName: 'Q' },
    ],
  });
  assert.deepEqual(sku, {
    id: id(901),
    partNumber: 'SPE_E5',
    appliesTo: 'User',
    capabilityStatus: 'unknownFutureValue',
    enabled: 0,
    warning: -1,
    suspended: 3,
    lockedOut: 2,
    consumed: 2 ** 31 + 5,
    subscriptionIds: ['a', 'b'],
    servicePlans: [{ id: id(21), name: 'P', provisioningStatus: 'Success', appliesTo: 'User' }],
  });
});

test('F-PG-13: units that are null or missing are unknown, never 0', () => {
  for (const prepaidUnits of [null, undefined, {}, { enabled: null, warning: '3' }]) {
    const sku = skus.parse({ skuId: id(901), prepaidUnits, consumedUnits: null });
    const { enabled, warning, suspended, lockedOut, consumed } = sku ?? {};
    assert.deepEqual([enabled, warning, suspended, lockedOut, consumed], [null, null, null, null, null]);
  }
});

test('a SKU without an id, or with the null GUID, is left out', () => {
  assert.equal(skus.parse({ skuId: null }), null);
  assert.equal(skus.parse({ skuId: '00000000-0000-0000-0000-000000000000' }), null);
});

test('a purchase is read with its dates, and with what Microsoft leaves out', () => {
  const whole = subscriptions.parse({
    id: 'AAAA-1',
    commerceSubscriptionId: 'C-1',
    skuId: id(901).toUpperCase(),
    skuPartNumber: 'SPE_E5',
    status: 'Enabled',
    totalLicenses: 18,
    isTrial: false,
    createdDateTime: '2026-01-01T00:00:00Z',
    nextLifecycleDateTime: '2027-01-01T00:00:00Z',
    ownerTenantId: null,
  });
  assert.deepEqual(whole, {
    id: 'aaaa-1',
    commerceId: 'C-1',
    skuId: id(901),
    skuPartNumber: 'SPE_E5',
    status: 'Enabled',
    totalLicenses: 18,
    isTrial: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    nextLifecycleAt: '2027-01-01T00:00:00.000Z',
    ownerTenantId: null,
  });
  const { id: ownId, ...others } = subscriptions.parse({ id: 's' }) ?? { id: null };
  assert.equal(ownId, 's');
  assert.deepEqual(new Set(Object.values(others)), new Set([null]));
});

test('a group is read with the SKUs it hands out, and the null GUID is none', () => {
  const row = {
    id: id(1),
    displayName: 'Sales',
    assignedLicenses: [
      { skuId: id(902) },
      { skuId: id(901).toUpperCase() },
      { skuId: '00000000-0000-0000-0000-000000000000' },
    ],
    licenseProcessingState: { state: 'ProcessingComplete' },
  };
  const group = groups.parse(row);
  assert.deepEqual(group, {
    id: id(1),
    displayName: 'Sales',
    skuIds: [id(901), id(902)],
    processingState: 'ProcessingComplete',
    hasMembersWithErrors: false,
  });
  assert.equal(groupsWithErrors.parse(row)?.hasMembersWithErrors, true);
  assert.equal(groups.parse({ id: 'x' }), null);
});

test('a group in both lists is one, with errors', () => {
  const [a, b, bInError] = [
    groups.parse({ id: id(1) }),
    groups.parse({ id: id(2) }),
    groupsWithErrors.parse({ id: id(2) }),
  ];
  assert.ok(a && b && bInError);
  assert.deepEqual(joinGroups([a, b], [bInError]), [a, bInError]);
});

test('a deleted user has its own name back, without the id that Entra puts before it', () => {
  const named = (userPrincipalName: unknown) =>
    deletedUsers.parse({ id: id(0xab), userPrincipalName })?.userPrincipalName;
  const prefix = id(0xab).replaceAll('-', '');
  assert.equal(named(`${prefix}ana@example.com`), 'ana@example.com');
  assert.equal(named(`${prefix.toUpperCase()}ana@example.com`), 'ana@example.com');
  assert.equal(named('ana@example.com'), 'ana@example.com');
  assert.equal(named(null), null);
});

test('a deleted user is read with the day it went and the licenses it had', () => {
  const gone = deletedUsers.parse({
    id: id(7),
    displayName: 'Ana',
    deletedDateTime: '2026-01-02T03:04:05Z',
    assignedLicenses: [{ skuId: id(902) }, { skuId: id(901) }, {}],
  });
  assert.deepEqual(gone, {
    id: id(7),
    userPrincipalName: null,
    displayName: 'Ana',
    deletedAt: '2026-01-02T03:04:05.000Z',
    skuIds: [id(901), id(902)],
  });
});

test('a tenant is called by its default domain, else by the one it was born with', () => {
  const domains = [
    { name: 'contoso.onmicrosoft.com', isInitial: true, isDefault: false },
    { name: 'contoso.example', isInitial: false, isDefault: true },
  ];
  const tenant = parseOrganization({ id: id(5).toUpperCase(), verifiedDomains: domains });
  assert.deepEqual([tenant?.id, tenant?.defaultDomain], [id(5), 'contoso.example']);
  assert.equal(
    parseOrganization({ id: id(5), verifiedDomains: domains.slice(0, 1) })?.defaultDomain,
    'contoso.onmicrosoft.com',
  );
  assert.equal(parseOrganization({ id: id(5), verifiedDomains: null })?.defaultDomain, null);
  assert.equal(parseOrganization({ displayName: 'Contoso' }), null);
});

test('thumbprints are read in base64 and in hex', () => {
  const hex = '0123456789ABCDEF0123456789ABCDEF01234567';
  const base64 = Buffer.from(hex, 'hex').toString('base64');
  for (const customKeyIdentifier of [hex, hex.toLowerCase(), base64]) {
    const [credential] = parseApplication({ keyCredentials: [{ keyId: id(1), customKeyIdentifier }] });
    assert.deepEqual([credential?.kind, credential?.hint], ['certificate', hex]);
  }
});

test('the secrets of an app are read by their first characters and their end', () => {
  const endDateTime = '2027-01-01T00:00:00Z';
  const credentials = parseApplication({
    passwordCredentials: [
      { keyId: id(1), displayName: 'collector', hint: 'abc', endDateTime },
      { hint: 'x' },
    ],
    keyCredentials: null,
  });
  assert.deepEqual(credentials, [
    {
      keyId: id(1),
      kind: 'secret',
      displayName: 'collector',
      hint: 'abc',
      endsAt: '2027-01-01T00:00:00.000Z',
    },
  ]);
});
