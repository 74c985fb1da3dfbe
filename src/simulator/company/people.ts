import { guid, hash, pick } from './chance.ts';
import { nameOf } from './names.ts';
import { departments, offices, partners } from './workplaces.ts';

/** What stands behind a user object. */
export type Kind = 'member' | 'guest' | 'shared-mailbox' | 'room' | 'resource-account';

/** The properties of a user object but its id and its licenses, as Microsoft Graph names them. */
export type Person = {
  readonly userPrincipalName: string;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly accountEnabled: boolean;
  readonly userType: string | null;
  readonly createdDateTime: string | null;
  readonly usageLocation: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly department: string | null;
  readonly companyName: string | null;
  readonly jobTitle: string | null;
  readonly employeeId: string | null;
  readonly employeeType: string | null;
  readonly costCenter: string | null;
  readonly division: string | null;
  readonly preferredLanguage: string | null;
  readonly onPremisesSyncEnabled: boolean | null;
};

/** What a person is made from. */
export type Origin = {
  readonly seed: number;
  readonly domain: string;
  readonly initialDomain: string;
  readonly companyName: string;
};

/** The aspects that hashes are drawn for: one number for each question that is asked about a person. */
export const aspect = {
  user: 1,
  kind: 2,
  department: 3,
  office: 4,
  title: 5,
  account: 6,
  spelling: 7,
  dates: 8,
  group: 9,
  license: 100,
};

/** Id of the user at an index. */
export function userId(seed: number, index: number): string {
  return guid(seed, aspect.user, index);
}

/** What is behind the user at an index: so many of each kind among any hundred, in an order of their own. */
export function kindOf(seed: number, index: number): Kind {
  const place = ((index % 100) * 37 + hash(seed, Math.floor(index / 100), aspect.kind)) % 100;
  if (place < 88) return 'member';
  if (place < 94) return 'guest';
  if (place < 97) return 'shared-mailbox';
  return place < 99 ? 'room' : 'resource-account';
}

/** True for a member at machines, shelves and counters. */
export function isFrontline(seed: number, index: number): boolean {
  return departmentOf(seed, index).frontline;
}

/** The user at an index as the company hired it: a pure function, so that a million of them need no memory. */
export function personAt(origin: Origin, index: number): Person {
  switch (kindOf(origin.seed, index)) {
    case 'member':
      return member(origin, index);
    case 'guest':
      return guest(origin, index);
    case 'shared-mailbox':
      return mailbox(origin, index, 'Mailbox');
    case 'room':
      return mailbox(origin, index, 'Room');
    case 'resource-account':
      return mailbox(origin, index, 'Attendant');
  }
}

function member(origin: Origin, index: number): Person {
  const { seed, domain, companyName } = origin;
  const { given, family, local } = nameOf(seed, index);
  const office = spread(offices, hash(seed, index, aspect.office));
  const department = departmentOf(seed, index);
  const account = hash(seed, index, aspect.account);
  return {
    userPrincipalName: `${local}@${domain}`,
    displayName: `${given} ${family}`,
    givenName: given,
    surname: family,
    mail: `${local}@${domain}`,
    // One account in thirty was switched off when its person left, and kept.
    accountEnabled: account % 30 !== 0,
    userType: 'Member',
    createdDateTime: moment(hash(seed, index, aspect.dates)),
    usageLocation: account % 60 === 7 ? null : office.code,
    country: spelling(office.country, office.code, hash(seed, index, aspect.spelling)),
    city: office.city,
    department: department.name,
    companyName: `${companyName} ${office.entity}`,
    jobTitle: pick(department.titles, hash(seed, index, aspect.title)),
    employeeId: String(10_000 + index),
    employeeType: (account >>> 8) % 12 === 0 ? 'Contractor' : 'Employee',
    costCenter: department.costCenter,
    division: department.division,
    preferredLanguage: office.language,
    // Two in three came from the company's own directory on premises; false is one that has left it.
    onPremisesSyncEnabled: (account >>> 16) % 3 === 0 ? ((account >>> 20) % 40 === 0 ? false : null) : true,
  };
}

function guest(origin: Origin, index: number): Person {
  const { given, family, local } = nameOf(origin.seed, index);
  const partner = pick(partners, hash(origin.seed, index, aspect.office));
  return {
    ...nobody(origin, index),
    userPrincipalName: `${local}_${partner}#EXT#@${origin.initialDomain}`,
    displayName: `${given} ${family}`,
    givenName: given,
    surname: family,
    mail: `${local}@${partner}`,
    userType: 'Guest',
    companyName: partner.replace('.example', ''),
  };
}

function mailbox(origin: Origin, index: number, what: 'Mailbox' | 'Room' | 'Attendant'): Person {
  const office = spread(offices, hash(origin.seed, index, aspect.office));
  const department = departmentOf(origin.seed, index);
  const names = {
    Mailbox: `${department.name} ${office.city}`,
    Room: `${office.city} Room ${index}`,
    Attendant: `Auto Attendant ${index}`,
  };
  const local = `${what.toLowerCase()}.${index}`;
  return {
    ...nobody(origin, index),
    userPrincipalName: `${local}@${origin.domain}`,
    displayName: names[what],
    mail: what === 'Attendant' ? null : `${local}@${origin.domain}`,
    accountEnabled: what === 'Attendant',
    usageLocation: office.code,
    country: office.country,
    city: office.city,
  };
}

function nobody(origin: Origin, index: number): Person {
  return {
    userPrincipalName: '',
    displayName: null,
    givenName: null,
    surname: null,
    mail: null,
    accountEnabled: true,
    userType: 'Member',
    createdDateTime: moment(hash(origin.seed, index, aspect.dates)),
    usageLocation: null,
    country: null,
    city: null,
    department: null,
    companyName: null,
    jobTitle: null,
    employeeId: null,
    employeeType: null,
    costCenter: null,
    division: null,
    preferredLanguage: null,
    onPremisesSyncEnabled: null,
  };
}

function departmentOf(seed: number, index: number): (typeof departments)[number] {
  return spread(departments, hash(seed, index, aspect.department));
}

/** `country` is free text in the directory: most write the name, some the code, some in small letters. */
function spelling(country: string, code: string, number: number): string {
  if (number % 10 === 0) return code;
  return number % 25 === 1 ? country.toLowerCase() : country;
}

function spread<Element extends { readonly share: number }>(
  list: readonly Element[],
  number: number,
): Element {
  let rest = number % 100;
  for (const element of list) {
    if (rest < element.share) return element;
    rest -= element.share;
  }
  return pick(list, 0);
}

const dayCount = 2500;
const days = Array.from({ length: dayCount }, (_, day) =>
  new Date(Date.UTC(2019, 0, 7 + day)).toISOString().slice(0, 10),
);
const times = Array.from({ length: 600 }, (_, minute) => {
  const text = (part: number): string => String(part).padStart(2, '0');
  return `T${text(7 + Math.floor(minute / 60))}:${text(minute % 60)}:${text((minute * 7) % 60)}Z`;
});

/** A moment in office hours between 2019 and November 2025, from tables since a million of them are written. */
export function moment(number: number): string {
  return `${days[number % dayCount]}${times[(number >>> 12) % times.length]}`;
}
