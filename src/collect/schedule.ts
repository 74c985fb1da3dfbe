import type { Clock } from '../graph/pace.ts';

/** A tenant as the schedule sees it. */
export type Scheduled = {
  readonly id: string;
  readonly state: 'active' | 'paused' | 'refused';
  /** When its newest run started, ISO 8601; null before the first. */
  readonly lastRun: string | null;
};

/** What a schedule needs of the world. */
export type ScheduleOptions = {
  readonly clock: Clock;
  /** Milliseconds from the start of one run of a tenant to the start of the next. */
  readonly every: number;
  /** How many tenants are collected at once. */
  readonly atOnce: number;
  readonly tenants: () => Promise<readonly Scheduled[]>;
  /** Collects a tenant to the end, whatever becomes of it. */
  readonly collect: (tenantId: string) => Promise<void>;
};

/** A refused tenant is tried once an hour (reliability: the circuit breaker of identity errors). */
const refusedEvery = 60 * 60 * 1000;
const lookEvery = { atMost: 60_000, atLeast: 1000 } as const;

/** Collects each tenant when its time has come, the one that waited longest first, until it is stopped. */
export async function runSchedule(options: ScheduleOptions, stop: AbortSignal): Promise<void> {
  const { clock, every, atOnce } = options;
  const going = new Map<string, Promise<void>>();
  const pause = Math.min(lookEvery.atMost, Math.max(lookEvery.atLeast, every / 10));
  while (!stop.aborted) {
    for (const { id } of due(await options.tenants(), clock.now(), every)) {
      if (going.size >= atOnce) break;
      if (going.has(id)) continue;
      going.set(
        id,
        options.collect(id).finally(() => going.delete(id)),
      );
    }
    await Promise.race([
      clock.wait(pause, stop).catch(() => undefined),
      ...(going.size >= atOnce ? going.values() : []),
    ]);
  }
  await Promise.allSettled(going.values());
}

/** The tenants whose time has come, the one that waited longest first. */
export function due(tenants: readonly Scheduled[], now: Date, every: number): readonly Scheduled[] {
  const waited = ({ lastRun }: Scheduled) =>
    lastRun === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(lastRun);
  return tenants
    .filter((tenant) => tenant.state !== 'paused')
    .filter(
      (tenant) => waited(tenant) >= (tenant.state === 'refused' ? Math.max(every, refusedEvery) : every),
    )
    .sort((a, b) => waited(b) - waited(a) || (a.id < b.id ? -1 : 1));
}
