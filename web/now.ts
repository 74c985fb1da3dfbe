import { useEffect, useState } from 'react';

/** The time, told anew each half minute, so that "2 h ago" stays true. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The present day of the ledger, which counts in UTC, as 2026-11-24. */
export function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}
