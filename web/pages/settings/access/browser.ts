import type { Words } from '../../../words/words.tsx';

// Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari: the first that fits counts.
const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;
const systems = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** A browser in short by what it said of itself: "Firefox on Windows". */
export function browserOf(client: string | null, t: Words['t']): string {
  if (client === null) return t('settings.unknownBrowser');
  const browser = browsers.find(([, pattern]) => pattern.test(client))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(client))?.[0];
  if (browser === undefined) return client;
  return system === undefined ? browser : t('settings.browserOn', { browser, system });
}
