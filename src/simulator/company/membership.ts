import { hash } from './chance.ts';
import type { Company, Group } from './company.ts';
import { kindOf } from './people.ts';

/** Whether the user at an index is a direct member: of a licensing group by what it gets from there, of others by the seed. */
export function isMember(company: Company, group: Group, index: number): boolean {
  if (company.licenses(index).assignments.some((each) => each.groupId === group.id)) return true;
  if (group.skuIds.length > 0) return false;
  const { seed } = company.origin;
  if (group.dynamicRule) return kindOf(seed, index) === 'member';
  return hash(seed, index, Number.parseInt(group.id.slice(0, 6), 16)) % 15 === 0;
}
