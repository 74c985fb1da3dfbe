import { countsAgree } from './reconcile.ts';
import type { SkuId } from './records.ts';

/** What a complete read of the users would do to the published state. */
export type UserChange = {
  readonly before: number;
  readonly now: number;
  readonly added: number;
  readonly removed: number;
  /** Users that keep existing and lose every license they had. */
  readonly losingAll: number;
  /** Users that were removed by the runs of the last seven days, without this one. */
  readonly removedInWeek: number;
  /** What the directory itself counts; null when it did not say. */
  readonly directory: number | null;
};

/** Why a change is not believed yet. */
export type Doubt = {
  readonly rule:
    | 'empty'
    | 'short-count'
    | 'count-differs'
    | 'removed'
    | 'lost-licenses'
    | 'increase'
    | 'week'
    | 'vanished';
  readonly message: string;
};

/** What was seen in a read that was held, to be compared with the next one. */
export type Sight = { readonly users: number } | { readonly vanished: true };

/** A doubtful change that was not published. */
export type Hold = { readonly heldAt: Date; readonly sight: Sight };

/** How long the second read that confirms a held change must come after it. */
export const corroborationMs = 10 * 60 * 1000;

/**
 * Whether a change of the users is believable: the limits are those of docs/decisions/0004-mass-change-guard.md.
 * An empty list of doubts means that it is.
 */
export function doubtsAboutUsers(change: UserChange): readonly Doubt[] {
  const { before, now, removed, added, losingAll } = change;
  const doubts: Doubt[] = [];
  const doubt = (rule: Doubt['rule'], message: string) => doubts.push({ rule, message });
  if (now === 0 && (before > 0 || (change.directory ?? 0) > 0)) {
    doubt('empty', `the list of users is empty, and had ${before}`);
  }
  if (change.directory !== null && !countsAgree(now, change.directory)) {
    doubt(
      now < change.directory ? 'short-count' : 'count-differs',
      `${now} users were listed, and Microsoft counts ${change.directory}`,
    );
  }
  if ((removed >= 10 && removed > before * 0.1) || removed >= 500) {
    doubt('removed', `${removed} of ${before} users would be gone`);
  }
  if (losingAll >= 5 && losingAll > before * 0.25)
    doubt('lost-licenses', `${losingAll} of ${before} users would lose every license`);
  if (before > 0 && added >= 100 && now > before * 2)
    doubt('increase', `${added} users would come to ${before}`);
  const week = removed + change.removedInWeek;
  const weekStart = before + change.removedInWeek;
  if (removed > 0 && week >= 10 && week > weekStart * 0.25) {
    doubt('week', `${week} of ${weekStart} users would be gone within seven days`);
  }
  return doubts;
}

/** A SKU that is listed no more although people or devices use it. */
export function doubtAboutSku(skuId: SkuId, consumed: number | null, seats: number): Doubt | null {
  const inUse = Math.max(consumed ?? 0, seats);
  if (inUse === 0) return null;
  return { rule: 'vanished', message: `${skuId} is listed no more, and ${inUse} seats of it were in use` };
}

/** Whether `--accept-held` may publish it: never an empty list, never one that is shorter than the directory's count. */
export function acceptable(doubts: readonly Doubt[]): boolean {
  return doubts.every((doubt) => doubt.rule !== 'empty' && doubt.rule !== 'short-count');
}

/** Whether this read, at least ten minutes after the one that was held, shows the same. */
export function corroborates(hold: Hold, sight: Sight, doubts: readonly Doubt[], now: Date): boolean {
  if (now.getTime() - hold.heldAt.getTime() < corroborationMs) return false;
  if (!acceptable(doubts) || doubts.some((doubt) => doubt.rule === 'count-differs')) return false;
  return agrees(hold.sight, sight);
}

/** Whether two reads show the same change, within the drift of a directory in use. */
export function agrees(held: Sight, sight: Sight): boolean {
  if ('users' in held && 'users' in sight) return countsAgree(sight.users, held.users);
  return 'vanished' in held && 'vanished' in sight;
}
