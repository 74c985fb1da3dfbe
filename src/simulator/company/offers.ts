import type { GroupName } from './groups.ts';
import type { Kind } from './people.ts';
import { planId } from './products.ts';
import type { ProductName } from './products.ts';

/** One license on its way to a person. */
export type Grant = {
  readonly product: ProductName;
  /** The group that gives it; a direct assignment without. */
  readonly group?: GroupName;
  /** The error that keeps it from being held. */
  readonly waits?: string;
  /** The error with which it is held all the same. */
  readonly troubled?: string;
  /** Ids of the service plans that are switched off. */
  readonly without?: readonly string[];
};

/** One question with its answers: at most one of them falls to a person, the rest get nothing of it. */
export type Offer = readonly { readonly perMille: number; readonly grants: readonly Grant[] }[];

/** Who is offered the same. */
export type Audience = 'office' | 'frontline' | Exclude<Kind, 'member'>;

const noSway = [planId('SWAY'), planId('YAMMER_ENTERPRISE')];

const extras: readonly Offer[] = [
  [
    give(70, { product: 'powerBi', group: 'analytics' }),
    give(50, { product: 'powerBi' }),
    give(10, { product: 'powerBi' }, { product: 'powerBi', group: 'analytics' }),
  ],
  [give(210, { product: 'fabricFree' })],
  [give(130, { product: 'flowFree' })],
];

/** What is offered to whom: to members by their department, to all else by what it is. */
export const offers = {
  office: [
    [
      give(180, { product: 'e5', group: 'e5' }),
      give(40, { product: 'e5', without: noSway }),
      give(25, { product: 'e5' }, { product: 'e5', group: 'e5' }),
      give(8, { product: 'e5', group: 'e5', troubled: 'DependencyViolation' }),
      give(400, { product: 'e3', group: 'e3' }),
      give(50, { product: 'e3', without: noSway }),
      give(30, { product: 'e3' }, { product: 'e3', group: 'e3' }),
      give(14, { product: 'e3', group: 'e3', waits: 'ProhibitedInUsageLocationViolation' }),
      give(10, { product: 'e3', group: 'e3' }, { product: 'officeE1', waits: 'MutuallyExclusiveViolation' }),
      give(70, { product: 'officeE3', group: 'legacy' }, { product: 'ems', group: 'legacy' }),
      give(60, { product: 'officeE1' }),
      give(30, { product: 'partnerBundle' }),
      // Microsoft's older offer that lasts on the people who had it, though no subscription stands behind it any more.
      give(20, { product: 'teamsExploratory' }),
    ],
    [
      give(110, { product: 'phone', group: 'phone' }),
      give(10, { product: 'phone', group: 'phone', waits: 'DependencyViolation' }),
    ],
    [
      give(80, { product: 'copilot', group: 'copilot' }),
      give(16, { product: 'copilot', group: 'copilot', waits: 'CountViolation' }),
    ],
    [give(35, { product: 'visio' }), give(25, { product: 'visio', group: 'visio' })],
    [give(45, { product: 'project' })],
    [give(30, { product: 'entraP2' })],
    ...extras,
  ],
  frontline: [
    [
      give(760, { product: 'f3', group: 'frontline' }),
      give(60, { product: 'f3' }),
      give(15, { product: 'f3', group: 'frontline', waits: 'UniquenessViolation' }),
      give(90, { product: 'e3', group: 'e3' }),
    ],
    [give(60, { product: 'flowFree' })],
  ],
  guest: [
    [give(50, { product: 'powerBi' }), give(20, { product: 'e3' })],
    [give(100, { product: 'fabricFree' })],
  ],
  'shared-mailbox': [[give(450, { product: 'exchange' }), give(90, { product: 'e3' })]],
  room: [[give(800, { product: 'meetingRoom' })]],
  'resource-account': [[give(900, { product: 'resourceAccount' })]],
} as const satisfies Record<Audience, readonly Offer[]>;

function give(perMille: number, ...grants: readonly Grant[]): Offer[number] {
  return { perMille, grants };
}
