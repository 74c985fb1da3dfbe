import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupId, SkuId, User } from '../../domain/records.ts';
import { direct, fromGroup, id, seat } from '../../domain/testing.ts';
import { users } from './users.ts';

const [skuA, skuB] = [id<SkuId>(901), id<SkuId>(902)];
const group = id<GroupId>(1);

test('a whole row of Graph becomes a whole user', () => {
  const user = users.parse({
    id: id(7).toUpperCase(),
    '@odata.type': '#microsoft.graph.user',
    userPrincipalName: 'zoë@contoso.example',
    displayName: 'Zoë Müller',
    mail: 'zoe@contoso.example',
    accountEnabled: true,
    userType: 'Member',
    createdDateTime: '2024-05-06T07:08:09Z',
    usageLocation: 'DE',
    country: 'Germany',
    department: 'Sales',
    companyName: 'Contoso',
    jobTitle: 'Clerk',
    employeeId: '4711',
    employeeType: 'Employee',
    employeeOrgData: { costCenter: 'K1', division: 'North' },
    onPremisesSyncEnabled: null,
    assignedLicenses: [{ skuId: skuA, disabledPlans: [] }],
    licenseAssignmentStates: [state({})],
  });
  assert.deepEqual(user, {
    id: id(7),
    userPrincipalName: 'zoë@contoso.example',
    displayName: 'Zoë Müller',
    mail: 'zoe@contoso.example',
    enabled: true,
    type: 'member',
    createdAt: '2024-05-06T07:08:09.000Z',
    usageLocation: 'DE',
    country: 'Germany',
    department: 'Sales',
    companyName: 'Contoso',
    jobTitle: 'Clerk',
    employeeId: '4711',
    employeeType: 'Employee',
    costCenter: 'K1',
    division: 'North',
    hybrid: null,
    seats: [seat(skuA)],
    waiting: [],
  });
});

test('F-PG-13: of a row in which nothing is as documented the id remains, and all else is unknown', () => {
  const odd = users.parse({
    id: id(7),
    displayName: 5,
    accountEnabled: 'true',
    userType: 'unknownFutureValue',
    createdDateTime: '0001-01-01T00:00:00Z',
    employeeOrgData: null,
    assignedLicenses: [],
    licenseAssignmentStates: 'none',
  });
  const { id: ownId, seats, waiting, ...fields } = odd ?? parsed({});
  assert.deepEqual([ownId, seats, waiting], [id(7), [], []]);
  assert.deepEqual(new Set(Object.values(fields)), new Set([null]));
});

test('F-PG-09: a row without an id is no user', () => {
  for (const odd of [undefined, null, 'not-a-guid', 5]) {
    assert.equal(users.parse({ id: odd, assignedLicenses: [] }), null);
  }
});

test('F-PG-13: without a list of licenses nobody knows what the user holds, so it is no user', () => {
  for (const odd of [undefined, null, {}, 'none']) {
    assert.equal(users.parse({ id: id(7), assignedLicenses: odd }), null);
  }
});

test('the same SKU directly and by a group is one seat with two sources, the direct one first', () => {
  const { seats } = parsed({
    assignedLicenses: [{ skuId: skuA, disabledPlans: [] }],
    licenseAssignmentStates: [state({ assignedByGroup: group }), state({ assignedByGroup: null })],
  });
  assert.deepEqual(seats, [seat(skuA, { sources: [direct, fromGroup(1)] })]);
});

test('"None", null and an empty text are no error', () => {
  for (const error of ['None', null, '', undefined]) {
    const { seats } = parsed({
      assignedLicenses: [{ skuId: skuA }],
      licenseAssignmentStates: [state({ error })],
    });
    assert.deepEqual(seats, [seat(skuA)], String(error));
  }
});

test('a state in error is no seat, and waits with its reason', () => {
  const { seats, waiting } = parsed({
    licenseAssignmentStates: [
      state({ skuId: skuB, state: 'Error', error: 'CountViolation', assignedByGroup: group }),
      state({ skuId: skuA, state: 'Error', error: 'None' }),
    ],
  });
  assert.deepEqual(seats, []);
  assert.deepEqual(waiting, [
    { skuId: skuA, source: direct, error: 'Other' },
    { skuId: skuB, source: fromGroup(1), error: 'CountViolation' },
  ]);
});

test('a group that could not give what is held directly takes nothing from the seat', () => {
  const { seats, waiting } = parsed({
    assignedLicenses: [{ skuId: skuA }],
    licenseAssignmentStates: [
      state({}),
      state({ state: 'Error', error: 'CountViolation', assignedByGroup: group }),
    ],
  });
  assert.deepEqual([seats, waiting], [[seat(skuA)], []]);
});

test('a seat that is active with an error is held, with its error', () => {
  const troubled = (error: unknown) =>
    parsed({
      assignedLicenses: [{ skuId: skuA }],
      licenseAssignmentStates: [state({ state: 'ActiveWithError', error })],
    }).seats;
  const expected = { state: 'active-with-error', error: 'DependencyViolation' } as const;
  assert.deepEqual(troubled('DependencyViolation'), [seat(skuA, expected)]);
  assert.deepEqual(troubled('None'), [seat(skuA, { ...expected, error: 'Other' })]);
});

test('an active assignment that is no license yet waits without an error', () => {
  const { seats, waiting } = parsed({ licenseAssignmentStates: [state({})] });
  assert.deepEqual([seats, waiting], [[], [{ skuId: skuA, source: direct, error: null }]]);
});

test('a license that no state explains is a seat without a source', () => {
  const { seats } = parsed({ assignedLicenses: [{ skuId: skuA }], licenseAssignmentStates: null });
  assert.deepEqual(seats, [seat(skuA, { sources: [] })]);
});

test('a disabled state neither gives a seat nor waits for one, in any letter case', () => {
  const { seats, waiting } = parsed({
    licenseAssignmentStates: [state({ state: 'Disabled' }), state({ state: 'disabled' })],
  });
  assert.deepEqual([seats, waiting], [[], []]);
});

test('states are read in any letter case, and unknown ones give nothing', () => {
  const { seats, waiting } = parsed({
    assignedLicenses: [{ skuId: skuA }],
    licenseAssignmentStates: [
      state({ state: 'active' }),
      state({ skuId: skuB, state: 'unknownFutureValue', error: 'Unknown' }),
    ],
  });
  assert.deepEqual(seats, [seat(skuA)]);
  assert.deepEqual(waiting, [{ skuId: skuB, source: direct, error: 'Unknown' }]);
});

test('the null GUID and a missing one are no SKU', () => {
  const none = '00000000-0000-0000-0000-000000000000';
  const { seats, waiting } = parsed({
    assignedLicenses: [{ skuId: none }, { skuId: null }, {}],
    licenseAssignmentStates: [state({ skuId: none, state: 'Error' }), state({ skuId: null })],
  });
  assert.deepEqual([seats, waiting], [[], []]);
});

test('ids in upper case mean the same, and a SKU listed twice is one seat', () => {
  const { seats } = parsed({
    assignedLicenses: [{ skuId: skuA.toUpperCase() }, { skuId: skuA }],
    licenseAssignmentStates: [state({ skuId: skuA.toUpperCase(), assignedByGroup: group.toUpperCase() })],
  });
  assert.deepEqual(seats, [seat(skuA, { sources: [fromGroup(1)] })]);
});

test('the same in another order is the same user', () => {
  const licenses = [
    { skuId: skuB, disabledPlans: [id(21), id(20)] },
    { skuId: skuA, disabledPlans: [] },
  ];
  const states = [
    state({ skuId: skuB }),
    state({ skuId: skuA, assignedByGroup: id(3) }),
    state({ skuId: skuA, assignedByGroup: id(2) }),
    state({ skuId: id(904), state: 'Error', error: 'Other' }),
    state({ skuId: id(903), state: 'Error', error: 'Other' }),
  ];
  const one = parsed({ assignedLicenses: licenses, licenseAssignmentStates: states });
  const other = parsed({
    assignedLicenses: licenses.toReversed(),
    licenseAssignmentStates: states.toReversed(),
  });
  assert.deepEqual(one, other);
  assert.deepEqual(one.seats[1]?.disabledPlans, [id(20), id(21)]);
});

test('a type is member, guest or unknown, in any letter case', () => {
  assert.equal(parsed({ userType: 'Guest' }).type, 'guest');
  assert.equal(parsed({ userType: 'MEMBER' }).type, 'member');
  assert.equal(parsed({ userType: null }).type, null);
});

/** A row of `licenseAssignmentStates` as Graph writes it. */
function state(what: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    skuId: skuA,
    assignedByGroup: null,
    disabledPlans: [],
    state: 'Active',
    error: 'None',
    lastUpdatedDateTime: '2026-01-02T03:04:05Z',
    ...what,
  };
}

function parsed(row: Readonly<Record<string, unknown>>): User {
  const user = users.parse({ id: id(7), assignedLicenses: [], ...row });
  assert.ok(user);
  return user;
}
