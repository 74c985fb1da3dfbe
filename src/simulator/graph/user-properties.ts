import { hash } from '../company/chance.ts';
import type { Company } from '../company/company.ts';
import type { Assignment, Licenses } from '../company/licenses.ts';
import { aspect, moment } from '../company/people.ts';
import type { Person } from '../company/people.ts';
import type { Properties, Texts } from './collection.ts';
import type { FilterRules } from './predicate.ts';

/** A user on its way into an answer; what is not asked for is not made. */
export type UserRow = {
  readonly index: number;
  readonly company: Company;
  /** Made when first asked for, by `personOf` and `licensesOf`. */
  person: Person | undefined;
  licenses: Licenses | undefined;
};

/** The row of the user at an index. */
export function userRow(company: Company, index: number): UserRow {
  return { index, company, person: undefined, licenses: undefined };
}

/** The person of a row. */
export function personOf(row: UserRow): Person {
  return (row.person ??= row.company.person(row.index));
}

function licensesOf(row: UserRow): Licenses {
  return (row.licenses ??= row.company.licenses(row.index));
}

/** The properties of a user that can be selected. */
export const userProperties: Properties<UserRow> = {
  id: (row) => row.company.id(row.index),
  businessPhones: () => [],
  displayName: (row) => personOf(row).displayName,
  givenName: (row) => personOf(row).givenName,
  jobTitle: (row) => personOf(row).jobTitle,
  mail: (row) => personOf(row).mail,
  mobilePhone: () => null,
  officeLocation: (row) => personOf(row).city,
  preferredLanguage: (row) => personOf(row).preferredLanguage,
  surname: (row) => personOf(row).surname,
  userPrincipalName: (row) => personOf(row).userPrincipalName,
  accountEnabled: (row) => personOf(row).accountEnabled,
  userType: (row) => personOf(row).userType,
  createdDateTime: (row) => personOf(row).createdDateTime,
  deletedDateTime: (row) => row.company.deleted().get(row.index) ?? null,
  usageLocation: (row) => personOf(row).usageLocation,
  country: (row) => personOf(row).country,
  city: (row) => personOf(row).city,
  state: () => null,
  department: (row) => personOf(row).department,
  companyName: (row) => personOf(row).companyName,
  employeeId: (row) => personOf(row).employeeId,
  employeeType: (row) => personOf(row).employeeType,
  employeeHireDate: () => null,
  employeeOrgData: (row) =>
    personOf(row).costCenter === null
      ? null
      : { costCenter: personOf(row).costCenter, division: personOf(row).division },
  onPremisesSyncEnabled: (row) => personOf(row).onPremisesSyncEnabled,
  externalUserState: (row) => (personOf(row).userType === 'Guest' ? 'Accepted' : null),
  proxyAddresses: (row) => (personOf(row).mail === null ? [] : [`SMTP:${personOf(row).mail}`]),
  otherMails: () => [],
  assignedLicenses: (row) => licensesOf(row).assigned,
  licenseAssignmentStates: (row) =>
    licensesOf(row).assignments.map((assignment, nth) => ({
      ...stateOf(assignment),
      lastUpdatedDateTime: updatedAt(row, assignment, nth),
    })),
};

/** The two long ones as text, of which all but a date is the same for many users: a page is made twice as fast. */
export const userTexts: Texts<UserRow> = {
  assignedLicenses: (row) => kept(licensesOf(row).assigned),
  licenseAssignmentStates(row) {
    const states = licensesOf(row).assignments.map((assignment, nth) => {
      const open = kept(assignment, stateOf).slice(0, -1);
      return `${open},"lastUpdatedDateTime":"${updatedAt(row, assignment, nth)}"}`;
    });
    return `[${states.join()}]`;
  },
};

/** What comes without `$select`: no licenses, no type, no state of the account. */
export const defaultUserProperties: readonly string[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** What User.ReadBasic.All shows; everything else comes as null. */
export const basicUserProperties: ReadonlySet<string> = new Set([
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
]);

/** Selecting one of these in a collection is answered with 501: they stand in other stores. */
export const singleUserProperties: ReadonlySet<string> = new Set([
  'aboutMe',
  'birthday',
  'hireDate',
  'interests',
  'mySite',
  'pastProjects',
  'preferredName',
  'responsibilities',
  'schools',
  'skills',
  'mailboxSettings',
]);

const exact = ['eq', 'in'];
const negative = ['ne'];

/** What users can be filtered by, as documented for the directory's index. */
export const userFilterRules: FilterRules<UserRow> = {
  resource: 'User',
  properties: {
    id: { plain: exact, advanced: negative, value: (row) => row.company.id(row.index) },
    userPrincipalName: {
      plain: [...exact, 'startswith', 'ge', 'le'],
      advanced: ['ne', 'endswith'],
      value: (row) => personOf(row).userPrincipalName,
    },
    displayName: {
      plain: [...exact, 'startswith'],
      advanced: ['ne', 'endswith'],
      value: (row) => personOf(row).displayName,
    },
    mail: {
      plain: [...exact, 'startswith'],
      advanced: ['ne', 'endswith'],
      value: (row) => personOf(row).mail,
    },
    accountEnabled: { plain: exact, advanced: negative, value: (row) => personOf(row).accountEnabled },
    userType: { plain: exact, advanced: negative, value: (row) => personOf(row).userType },
    createdDateTime: {
      plain: ['eq', 'ge', 'le'],
      advanced: ['ne', 'in'],
      value: (row) => personOf(row).createdDateTime,
    },
    department: { plain: ['eq'], advanced: negative, value: (row) => personOf(row).department },
    country: { plain: ['eq'], advanced: negative, value: (row) => personOf(row).country },
    city: { plain: ['eq'], advanced: negative, value: (row) => personOf(row).city },
    jobTitle: { plain: ['eq'], advanced: negative, value: (row) => personOf(row).jobTitle },
    usageLocation: {
      plain: [...exact, 'startswith'],
      advanced: negative,
      value: (row) => personOf(row).usageLocation,
    },
    employeeId: {
      plain: [...exact, 'startswith'],
      advanced: negative,
      value: (row) => personOf(row).employeeId,
    },
    companyName: {
      plain: [],
      advanced: [...exact, 'ne', 'startswith', 'endswith'],
      value: (row) => personOf(row).companyName,
    },
    employeeType: {
      plain: [],
      advanced: [...exact, 'ne', 'startswith'],
      value: (row) => personOf(row).employeeType,
    },
    'employeeOrgData/costCenter': {
      plain: [],
      advanced: ['eq', 'ne'],
      value: (row) => personOf(row).costCenter,
    },
    onPremisesSyncEnabled: {
      plain: exact,
      advanced: negative,
      value: (row) => personOf(row).onPremisesSyncEnabled,
    },
    'assignedLicenses/$count': {
      plain: [],
      advanced: ['eq', 'ne'],
      value: (row) => licensesOf(row).assigned.length,
    },
  },
  collections: {
    'assignedLicenses/skuId': (row) => licensesOf(row).assigned.map(({ skuId }) => skuId),
  },
};

function stateOf({ skuId, groupId, state, error, disabledPlans }: Assignment): object {
  return { skuId, disabledPlans, assignedByGroup: groupId, state, error };
}

function updatedAt(row: UserRow, assignment: Assignment, nth: number): string {
  return assignment.updatedAt ?? moment(hash(row.company.origin.seed, row.index, aspect.dates + 10 + nth));
}

const texts = new WeakMap<object, string>();

/** The JSON of something that many users share. */
function kept<Value extends object>(value: Value, shape: (value: Value) => object = (same) => same): string {
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = JSON.stringify(shape(value))));
  return text;
}
