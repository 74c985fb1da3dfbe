import type { FindingRule } from '../../../src/api/contract/findings.ts';
import type { Words } from '../../words/words.tsx';

const known = {
  'assignment-error': 'assignmentError',
  'disabled-but-licensed': 'disabledButLicensed',
  'double-assignment': 'doubleAssignment',
  'guest-with-paid-seat': 'guestWithPaidSeat',
} as const;

/** A rule in the language of the person; a rule that only the server knows, in the words of the server. */
export function ruleTitle({ name, title = name }: Named, t: Words['t']): string {
  const key = known[name as keyof typeof known];
  return key === undefined ? title : t(`findings.${key}`);
}

/** Why a rule matters and what to do. */
export function ruleExplain({ name, explain }: Pick<FindingRule, 'name' | 'explain'>, t: Words['t']): string {
  const key = known[name as keyof typeof known];
  return key === undefined ? explain : t(`findings.${key}Explain`);
}

type Named = { readonly name: string; readonly title?: string | undefined };
