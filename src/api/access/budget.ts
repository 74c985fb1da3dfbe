import { Refusal } from '../contract/refusal.ts';

/** How many sign-ins may fail before more are refused. */
export type Budget = {
  /**
   * Counts a try as failed until it is given back.
   * @throws Refusal with the code `too-many` and when to try again.
   */
  take(attempt: Attempt): { giveBack(): void };
};

type Attempt = {
  /** The account as names are compared. */
  readonly account: string;
  readonly address: string;
  /** True when the account signed in from this address before. */
  readonly known: boolean;
};

/** Failures within `windowMs`: ten for an account, thirty from an address, three hundred in all. */
const most = { known: 10, account: 10, address: 30, all: 300 } as const;
const windowMs = 15 * 60 * 1000;
/** At so many counts those that are over are cleared away; the budget in all bounds what remains. */
const sweepAt = 1000;

/**
 * Budgets that slide with time. Whoever signs in from an address that the account knows has a budget of its own,
 * so that no number of strangers locks out whom the account belongs to.
 */
export function createBudget(
  now: () => Date,
  onManyFailures: (budget: 'account' | 'address' | 'all') => void = () => undefined,
): Budget {
  const failures = new Map<string, readonly number[]>();
  const recent = (key: string, time: number) =>
    (failures.get(key) ?? []).filter((one) => one > time - windowMs);
  return {
    take(attempt) {
      const time = now().getTime();
      if (failures.size >= sweepAt) sweep(failures, time);
      const limits = limitsOf(attempt).map((limit) => ({ ...limit, times: recent(limit.key, time) }));
      for (const { kind, times } of limits) {
        if (times.length >= most[kind]) throw tooMany((times[0] ?? time) + windowMs - time);
      }
      for (const { kind, key, times } of limits) {
        failures.set(key, [...times, time]);
        if (times.length + 1 === most[kind]) onManyFailures(kind === 'known' ? 'account' : kind);
      }
      return { giveBack: () => limits.forEach(({ key }) => remove(failures, key, time)) };
    },
  };
}

type Limit = { readonly kind: keyof typeof most; readonly key: string };

function limitsOf({ account, address, known }: Attempt): readonly Limit[] {
  if (known) return [{ kind: 'known', key: `known ${address} ${account}` }];
  return [
    { kind: 'account', key: `account ${account}` },
    { kind: 'address', key: `address ${address}` },
    { kind: 'all', key: 'all' },
  ];
}

function remove(failures: Map<string, readonly number[]>, key: string, time: number): void {
  const times = failures.get(key) ?? [];
  const at = times.indexOf(time);
  const left = times.filter((_, index) => index !== at);
  if (left.length > 0) failures.set(key, left);
  else failures.delete(key);
}

function sweep(failures: Map<string, readonly number[]>, time: number): void {
  for (const [key, times] of failures) {
    if (times.every((one) => one <= time - windowMs)) failures.delete(key);
  }
}

function tooMany(waitMs: number): Refusal {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
  const minutes = Math.ceil(retryAfter / 60);
  return new Refusal(
    'too-many',
    `Too many sign-ins failed. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, ` +
      'or from where you signed in before.',
    { retryAfter },
  );
}
