import type { ResourceAge } from '../../api/contract/balance.ts';
import { ago, moment } from './moments.ts';
import { sentence } from './words.ts';

const words: Readonly<Record<string, string>> = {
  organization: 'the tenant itself',
  skus: 'products and their units',
  subscriptions: 'subscriptions',
  users: 'people and their licenses',
  groups: 'groups',
  deletedUsers: 'deleted users',
  application: "the app's own registration",
};

/** What a resource holds, in words. */
export function resourceWords(resource: string): string {
  return words[resource] ?? resource;
}

/** One line per resource that the latest run could not read, empty when all were read. */
export function staleLines(resources: readonly ResourceAge[], now: Date): readonly string[] {
  return resources.flatMap((age) => (age.state === 'read' ? [] : [staleLine(age, now)]));
}

function staleLine({ resource, readAt, reason }: ResourceAge, now: Date): string {
  const because = reason === null ? '.' : `: ${reason}`;
  if (readAt === null) return `Never read: ${resourceWords(resource)}${because}`;
  const side = sides[resource] ?? sentence(resourceWords(resource));
  return `${side} as of ${moment(readAt)}, ${ago(readAt, now)}${because}`;
}

// The two resources that a balance is made of have names of their own: what was bought, and who holds it.
const sides: Readonly<Record<string, string>> = {
  skus: 'Supply side (products and their units)',
  users: 'Demand side (people and their licenses)',
};
