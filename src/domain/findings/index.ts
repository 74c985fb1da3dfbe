import { assignmentError } from './assignment-error.ts';
import { disabledButLicensed } from './disabled-but-licensed.ts';
import { doubleAssignment } from './double-assignment.ts';
import type { Rule } from './finding.ts';
import { guestWithPaidSeat } from './guest-with-paid-seat.ts';

/** Every rule about people, by name. */
export const rules: readonly Rule[] = [
  assignmentError,
  disabledButLicensed,
  doubleAssignment,
  guestWithPaidSeat,
];
