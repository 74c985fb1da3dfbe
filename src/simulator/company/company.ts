import { indexOfGuid } from './chance.ts';
import { groupId, groupNames, groupPlans } from './groups.ts';
import { licensesOf, startingLicenses } from './licenses.ts';
import type { Assignment, Licenses } from './licenses.ts';
import { aspect, personAt, userId } from './people.ts';
import type { Origin, Person } from './people.ts';
import { products } from './products.ts';
import { startingSupply } from './supply.ts';
import type { Subscribed } from './supply.ts';
import { createTallies, holders } from './tally.ts';
import type { Tallies } from './tally.ts';

/** A group as it stands now. */
export type Group = {
  readonly id: string;
  readonly displayName: string;
  readonly skuIds: readonly string[];
  readonly dynamicRule: string | null;
  readonly onPremises: boolean;
  readonly microsoft365: boolean;
};

/** What differs from the person that the seed gives. */
export type Edit = {
  readonly person?: Partial<Person>;
  readonly assignments?: readonly Assignment[];
  /** When the user went to the recycle bin; null brings it back. */
  readonly deletedAt?: string | null;
};

/** The people, groups and purchases of one tenant: user i follows from the seed, and only what was changed is stored. */
export type Company = {
  readonly origin: Origin;
  /** Indexes run from 0 to this, deleted users among them. */
  size(): number;
  /** Users that are there, the deleted left out. */
  present(): number;
  isPresent(index: number): boolean;
  id(index: number): string;
  /** The index of an object id, present or deleted; undefined for any other text. */
  indexOf(id: string): number | undefined;
  person(index: number): Person;
  licenses(index: number): Licenses;
  /** Indexes in the recycle bin with the moment they came there, oldest first. */
  deleted(): ReadonlyMap<number, string>;
  tallies: Pick<Tallies, 'of' | 'skuIds' | 'errorsOf'>;
  groups(): readonly Group[];
  supply(): readonly Subscribed[];
  /** Changes a user, and the counters with it. */
  editUser(index: number, edit: Edit): void;
  /** One more user, made from the seed like all others; gives its index. */
  addUser(edit: Edit): number;
  setGroups(groups: readonly Group[]): void;
  setSupply(supply: readonly Subscribed[]): void;
};

/** A company of `users` people, with a few more in its recycle bin. */
export function createCompany(origin: Origin, users: number, now: Date): Company {
  const startLicenses = startingLicenses(origin.seed);
  const edits = new Map<number, Edit>();
  const deleted = new Map<number, string>();
  const tallies = createTallies();
  let size = users;
  let groups = startingGroups(origin.seed);
  let supply: readonly Subscribed[] = [];

  function licenses(index: number): Licenses {
    const changed = edits.get(index)?.assignments;
    return changed ? licensesOf(changed) : startLicenses(index);
  }

  function editUser(index: number, edit: Edit): void {
    if (!deleted.has(index)) tallies.count(licenses(index), -1);
    const before = edits.get(index);
    edits.set(index, { ...before, ...edit, person: { ...before?.person, ...edit.person } });
    if (edit.deletedAt) deleted.set(index, edit.deletedAt);
    else if (edit.deletedAt === null) deleted.delete(index);
    if (!deleted.has(index)) tallies.count(licenses(index), 1);
  }

  function addUser(edit: Edit): number {
    const index = size++;
    tallies.count(licenses(index), 1);
    editUser(index, edit);
    return index;
  }

  countAll(tallies, startLicenses, users);
  const bin = Math.min(200, Math.ceil(users / 100));
  for (let nth = 0; nth < bin; nth++) {
    const deletedAt = new Date(now.getTime() - ((nth % 28) + 1) * 86_400_000);
    addUser({ deletedAt: deletedAt.toISOString().replace(/\.\d+Z$/u, 'Z') });
  }
  supply = startingSupply(origin.seed, (skuId) => holders(tallies.of(skuId)), now);

  return {
    origin,
    size: () => size,
    present: () => size - deleted.size,
    isPresent: (index) => index < size && !deleted.has(index),
    id: (index) => userId(origin.seed, index),
    indexOf(id) {
      const index = indexOfGuid(origin.seed, aspect.user, id);
      return index !== undefined && index < size ? index : undefined;
    },
    person(index) {
      const start = personAt(origin, index);
      const changed = edits.get(index)?.person;
      return changed ? { ...start, ...changed } : start;
    },
    licenses,
    deleted: () => deleted,
    tallies,
    groups: () => groups,
    supply: () => supply,
    editUser,
    addUser,
    setGroups: (changed) => (groups = changed),
    setSupply: (changed) => (supply = changed),
  };
}

/** Counts equal users together: there are far fewer different sets of licenses than people. */
function countAll(tallies: Tallies, licenses: (index: number) => Licenses, users: number): void {
  const times = new Map<Licenses, number>();
  for (let index = 0; index < users; index++) {
    const own = licenses(index);
    times.set(own, (times.get(own) ?? 0) + 1);
  }
  for (const [own, count] of times) tallies.count(own, count);
}

function startingGroups(seed: number): readonly Group[] {
  return groupNames.map((name, index) => {
    const { products: given, name: displayName, ...rest } = groupPlans[name];
    return {
      id: groupId(seed, index),
      displayName,
      skuIds: given.map((each) => products[each].skuId),
      ...rest,
    };
  });
}
