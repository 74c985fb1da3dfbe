import type { Rule } from './finding.ts';

/** A license that could not be given, or not as meant. An assignment that only waits to be carried out is none. */
export const assignmentError: Rule = {
  name: 'assignment-error',
  title: 'Assignment error',
  explain:
    'Someone was meant to have a license and does not have it, or has it with a fault. Mend the cause, then let Microsoft ' +
    'try again: Reprocess, among the licenses of the person or of the group.',
  find: (user) => [
    ...user.waiting.flatMap(({ skuId, source, error }) => {
      const way = source.kind === 'group' ? 'through a group' : 'directly';
      return error === null
        ? []
        : [{ skuId, evidence: `Not given, although assigned ${way}: ${meaning(error)}.` }];
    }),
    ...user.seats.flatMap(({ skuId, error }) =>
      error === null ? [] : [{ skuId, evidence: `The seat is held with an error: ${meaning(error)}.` }],
    ),
  ],
};

/** The error names of Microsoft's license assignment states; others are shown as they come. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['CountViolation', 'no license was left'],
  ['MutuallyExclusiveViolation', 'it conflicts with a service plan of another license'],
  ['DependencyViolation', 'it needs a service plan that is not assigned'],
  ['ProhibitedInUsageLocationViolation', 'the usage location is missing or does not allow it'],
  ['UniquenessViolation', 'an address or a service plan of it is already taken'],
]);

function meaning(error: string): string {
  const known = meanings.get(error);
  return known ? `${known} (${error})` : `Microsoft says ${error}`;
}
