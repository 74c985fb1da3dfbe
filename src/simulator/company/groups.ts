import { guid } from './chance.ts';
import { aspect } from './people.ts';
import type { ProductName } from './products.ts';

/** A group of the directory; one with products hands them to its members. */
export type GroupPlan = {
  readonly name: string;
  readonly products: readonly ProductName[];
  readonly dynamicRule: string | null;
  readonly onPremises: boolean;
  readonly microsoft365: boolean;
};

/** The groups that every company has; the order is part of their ids. */
export const groupPlans = {
  e5: plan('LIC Microsoft 365 E5', ['e5']),
  e3: plan('LIC Microsoft 365 E3', ['e3']),
  frontline: plan('LIC Frontline F3', ['f3'], 'user.extensionAttribute3 -eq "frontline"'),
  legacy: plan('LIC Office 365 E3 + EMS (legacy)', ['officeE3', 'ems']),
  phone: plan('LIC Teams Phone', ['phone']),
  copilot: plan('Copilot – first wave', ['copilot']),
  analytics: plan('Analytics Team', ['powerBi']),
  visio: plan('Engineering Diagrams', ['visio']),
  everyone: plan('Everyone', [], 'user.userType -eq "Member"'),
  falcon: plan('Project Falcon', []),
  works: plan('Works Council', []),
} as const satisfies Record<string, GroupPlan>;

/** Short name of a group that every company has. */
export type GroupName = keyof typeof groupPlans;

/** The short names in the order of the ids. */
export const groupNames = Object.keys(groupPlans) as readonly GroupName[];

/** Id of the group at an index. */
export function groupId(seed: number, index: number): string {
  return guid(seed, aspect.group, index);
}

function plan(name: string, products: readonly ProductName[], dynamicRule: string | null = null): GroupPlan {
  return {
    name,
    products,
    dynamicRule,
    onPremises: name.startsWith('LIC') && dynamicRule === null,
    microsoft365: products.length === 0,
  };
}
