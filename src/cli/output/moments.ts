import { unknown } from './words.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `24 Nov 2026 06:12 UTC`. */
export function moment(instant: string | null): string {
  return instant === null ? unknown : `${date(instant)} ${instant.slice(11, 16)} UTC`;
}

/** `24 Nov 2026`, in UTC. */
export function date(instant: string | null): string {
  if (instant === null) return unknown;
  const month = months[Number(instant.slice(5, 7)) - 1] ?? '';
  return `${Number(instant.slice(8, 10))} ${month} ${instant.slice(0, 4)}`;
}

/** `12:30:05 UTC`. */
export function clock(instant: string): string {
  return `${instant.slice(11, 19)} UTC`;
}

/** How long ago that was, in one unit: `just now`, `5 min ago`, `2 h ago`, `3 days ago`. */
export function ago(instant: string, now: Date): string {
  const passed = now.getTime() - Date.parse(instant);
  return passed < minute ? 'just now' : `${span(passed)} ago`;
}

/** How far away that is: `in 40 days`, `3 days ago`. */
export function until(instant: string, now: Date): string {
  const left = Date.parse(instant) - now.getTime();
  return left < 0 ? ago(instant, now) : `in ${span(left)}`;
}

/** The time between two instants: `4.2 s`, `3 min 20 s`, `1 h 5 min`. */
export function duration(from: string, to: string): string {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function span(milliseconds: number): string {
  if (milliseconds < hour) return `${Math.floor(milliseconds / minute)} min`;
  if (milliseconds < 2 * day) return `${Math.floor(milliseconds / hour)} h`;
  return `${Math.floor(milliseconds / day)} days`;
}
