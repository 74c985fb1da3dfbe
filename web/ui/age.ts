/** Figures older than this deserve a second look. */
const staleAfterMs = 24 * 3_600_000;

/** Whether figures are of today or old. */
export function ageOf(asOf: string, now: Date): 'fresh' | 'stale' {
  return now.getTime() - new Date(asOf).getTime() > staleAfterMs ? 'stale' : 'fresh';
}
