import { heldBy, type Rule } from './finding.ts';

/** One seat given both directly and by a group. It is counted once, and outlives the membership. */
export const doubleAssignment: Rule = {
  name: 'double-assignment',
  title: 'Double assignment',
  explain:
    'The seat is counted once, but leaving the group will not free it. Remove the direct assignment if the group is meant ' +
    'to decide.',
  find: (user) =>
    user.seats
      .filter((seat) => new Set(seat.sources.map((source) => source.kind)).size > 1)
      .map((seat) => ({ skuId: seat.skuId, evidence: `One seat is held ${heldBy(seat)}.` })),
};
