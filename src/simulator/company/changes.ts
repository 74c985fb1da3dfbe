import { guid, hash } from './chance.ts';
import type { Company, Group } from './company.ts';
import { groupId } from './groups.ts';
import type { Assignment } from './licenses.ts';
import type { Person } from './people.ts';
import { purchaseIds, yearlyPurchase } from './supply.ts';
import type { Purchase, Status, Subscribed } from './supply.ts';

/** Units by state, as `prepaidUnits` names them. */
export type UnitNumbers = Partial<
  Readonly<Record<'enabled' | 'warning' | 'suspended' | 'lockedOut', number>>
>;

/** Small exact edits, each as someone in the tenant could make it. All throw RangeError for an id that is not there. */
export type Changes = {
  /** Sets the states that are named; purchases follow, so that their sums stay equal. */
  setUnits(skuId: string, units: UnitNumbers): void;
  /** Gives a license, directly or through a group that will have the SKU from then on; with an error it only waits. */
  assign(userId: string, skuId: string, groupId?: string, error?: string): void;
  /** Takes a license away, whatever its sources. */
  unassign(userId: string, skuId: string): void;
  moveDepartment(userId: string, department: string): void;
  /** Any other properties of a user. */
  editUser(userId: string, person: Partial<Person>): void;
  /** Puts a user into the recycle bin: its seats are free at once. */
  removeUser(userId: string): void;
  /** Takes it out again, with its licenses. */
  restoreUser(userId: string): void;
  /** Hires someone made from the seed, with the given properties; without licenses unless `licensed`. Gives the id. */
  addUser(person?: Partial<Person>, options?: { readonly licensed?: boolean }): string;
  /** The tenant loses a SKU; people who hold it keep it. */
  removeSku(skuId: string): void;
  /** The tenant buys a SKU that it did not have. Gives its id. */
  addSku(
    sku: UnitNumbers & {
      readonly skuPartNumber: string;
      readonly skuId?: string;
      readonly appliesTo?: 'User' | 'Company';
    },
  ): string;
  /** Devices consume this many units of a SKU, without any user. */
  setDeviceConsumers(skuId: string, count: number): void;
  setGroupName(groupId: string, name: string): void;
  /** Gives the id of the new group. */
  addGroup(name: string): string;
};

/** The edits of a company; `now` dates what they write. */
export function changesOf(company: Company, now: () => Date): Changes {
  const nextId = purchaseIds(hash(company.origin.seed, 1, 45));
  const { seed } = company.origin;

  function indexOf(id: string): number {
    const index = company.indexOf(id);
    if (index === undefined) throw new RangeError(`there is no user ${id}`);
    return index;
  }

  function editSku(skuId: string, edit: (row: Subscribed) => Subscribed): void {
    if (!company.supply().some((row) => row.product.skuId === skuId))
      throw new RangeError(`there is no SKU ${skuId}`);
    company.setSupply(company.supply().map((row) => (row.product.skuId === skuId ? edit(row) : row)));
  }

  function editGroup(id: string, edit: (group: Group) => Group): void {
    if (!company.groups().some((group) => group.id === id)) throw new RangeError(`there is no group ${id}`);
    company.setGroups(company.groups().map((group) => (group.id === id ? edit(group) : group)));
  }

  return {
    setUnits: (skuId, units) =>
      editSku(skuId, (row) => ({ ...row, purchases: purchasesFor(row.purchases, units, nextId, now()) })),
    assign(userId, skuId, fromGroup, error) {
      const index = indexOf(userId);
      if (fromGroup) {
        editGroup(fromGroup, (group) =>
          group.skuIds.includes(skuId) ? group : { ...group, skuIds: [...group.skuIds, skuId] },
        );
      }
      const added: Assignment = {
        skuId,
        groupId: fromGroup ?? null,
        state: error ? 'Error' : 'Active',
        error: error ?? 'None',
        disabledPlans: [],
        updatedAt: seconds(now()),
      };
      const others = company.licenses(index).assignments.filter((each) => !isSameSource(each, added));
      company.editUser(index, { assignments: [...others, added] });
    },
    unassign(userId, skuId) {
      const index = indexOf(userId);
      const left = company.licenses(index).assignments.filter((each) => each.skuId !== skuId);
      company.editUser(index, { assignments: left });
    },
    moveDepartment: (userId, department) => company.editUser(indexOf(userId), { person: { department } }),
    editUser: (userId, person) => company.editUser(indexOf(userId), { person }),
    removeUser: (userId) => company.editUser(indexOf(userId), { deletedAt: seconds(now()) }),
    restoreUser: (userId) => company.editUser(indexOf(userId), { deletedAt: null }),
    addUser(person = {}, options = {}) {
      const hired = { createdDateTime: seconds(now()), accountEnabled: true, ...person };
      return company.id(company.addUser({ person: hired, ...(!options.licensed && { assignments: [] }) }));
    },
    removeSku(skuId) {
      editSku(skuId, (row) => row);
      company.setSupply(company.supply().filter((row) => row.product.skuId !== skuId));
    },
    addSku({ skuPartNumber, skuId = guid(seed, 46, company.supply().length), appliesTo = 'User', ...units }) {
      const product = { skuId, partNumber: skuPartNumber, appliesTo, plans: [] };
      const purchases = purchasesFor([], units, nextId, now());
      company.setSupply([...company.supply(), { product, purchases, deviceConsumers: 0 }]);
      return skuId;
    },
    setDeviceConsumers: (skuId, count) => editSku(skuId, (row) => ({ ...row, deviceConsumers: count })),
    setGroupName: (id, displayName) => editGroup(id, (group) => ({ ...group, displayName })),
    addGroup(displayName) {
      const id = groupId(seed, company.groups().length);
      const group = {
        id,
        displayName,
        skuIds: [],
        dynamicRule: null,
        onPremises: false,
        microsoft365: false,
      };
      company.setGroups([...company.groups(), group]);
      return id;
    },
  };
}

const statuses = {
  enabled: 'Enabled',
  warning: 'Warning',
  suspended: 'Suspended',
  lockedOut: 'LockedOut',
} as const;

/** The purchases changed so that the named states have these sums: the first of a state takes the difference. */
function purchasesFor(
  purchases: readonly Purchase[],
  units: UnitNumbers,
  nextId: () => string,
  now: Date,
): readonly Purchase[] {
  return Object.entries(statuses).reduce((current, [name, status]) => {
    const wanted = units[name as keyof typeof statuses];
    return wanted === undefined ? current : withSum(current, status, wanted, nextId, now);
  }, purchases);
}

function withSum(
  purchases: readonly Purchase[],
  status: Status,
  wanted: number,
  nextId: () => string,
  now: Date,
): readonly Purchase[] {
  const others = purchases.filter((each) => each.status !== status);
  if (wanted === 0) return others;
  const [first, ...rest] = purchases.filter((each) => each.status === status);
  if (!first) return [...others, yearlyPurchase(nextId(), status, wanted, now)];
  const ofRest = rest.reduce((sum, each) => sum + each.totalLicenses, 0);
  const fits = wanted > ofRest;
  return [...others, { ...first, totalLicenses: fits ? wanted - ofRest : wanted }, ...(fits ? rest : [])];
}

function isSameSource(one: Assignment, other: Assignment): boolean {
  return one.skuId === other.skuId && one.groupId === other.groupId;
}

function seconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/u, 'Z');
}
