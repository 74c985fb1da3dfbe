import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import { Refusal } from './api/contract/refusal.ts';

/** The settings of this process, from its environment and the command line. */
export type Config = {
  readonly dataDir: string;
  /** A PostgreSQL URL, or null for SQLite in the data directory. */
  readonly databaseUrl: string | null;
  readonly keyFile: string;
  readonly logLevel: LogLevel;
  /** Where `serve` listens. */
  readonly host: string;
  readonly port: number;
  /** The address that people use, where it is another one than that; null without a proxy before it. */
  readonly publicUrl: URL | null;
  /** Milliseconds from one run of a tenant to the next. */
  readonly collectEvery: number;
};

/** How much is logged, from most to nothing. */
export type LogLevel = (typeof logLevels)[number];

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; a variable may be given by a file whose path stands in its `…_FILE` twin.
 * @throws Refusal that lists every wrong setting at once.
 */
export function readConfig(
  env: Environment,
  given: { readonly dataDir?: string; readonly verbose: boolean },
): Config {
  const faults: string[] = [];
  const setting = (name: string) => settingOf(env, name, faults);
  const dataDir = path.resolve(given.dataDir ?? setting('SEATLEDGER_DATA_DIR') ?? defaultDataDir(env));
  const config = {
    dataDir,
    databaseUrl: databaseUrl(setting('SEATLEDGER_DATABASE_URL'), faults),
    keyFile: path.resolve(setting('SEATLEDGER_KEY_FILE') ?? defaultKeyFile(env)),
    logLevel: given.verbose ? 'debug' : logLevel(setting('SEATLEDGER_LOG_LEVEL'), faults),
    host: setting('SEATLEDGER_HOST') ?? '127.0.0.1',
    port: port(setting('SEATLEDGER_PORT'), faults),
    publicUrl: publicUrl(setting('SEATLEDGER_PUBLIC_URL'), faults),
    collectEvery: collectEvery(setting('SEATLEDGER_COLLECT_EVERY'), faults),
  };
  if (faults.length > 0)
    throw new Refusal('wrong-input', `Wrong settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return config;
}

function settingOf(env: Environment, name: string, faults: string[]): string | undefined {
  const value = env[name];
  const file = env[`${name}_FILE`];
  if (value && file) faults.push(`${name} and ${name}_FILE are both set; keep one of them.`);
  if (!file) return value || undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    faults.push(`${name}_FILE names ${file}, which cannot be read (${codeOf(error)}).`);
    return undefined;
  }
}

function databaseUrl(text: string | undefined, faults: string[]): string | null {
  if (text === undefined) return null;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  // The value may hold a password, so it is not shown.
  faults.push(
    'SEATLEDGER_DATABASE_URL is no PostgreSQL address; write postgres://user:password@host:5432/database.',
  );
  return null;
}

function logLevel(text: string | undefined, faults: string[]): LogLevel {
  if (text === undefined) return 'error';
  const level = logLevels.find((one) => one === text);
  if (!level) faults.push(`SEATLEDGER_LOG_LEVEL is "${text}"; it takes ${logLevels.join(', ')}.`);
  return level ?? 'error';
}

function port(text: string | undefined, faults: string[]): number {
  if (text === undefined) return 7365;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  faults.push(`SEATLEDGER_PORT is "${text}"; it takes a number from 0 to 65535, 0 for a free one.`);
  return 0;
}

function publicUrl(text: string | undefined, faults: string[]): URL | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.username && !url.search)
    return url;
  faults.push(`SEATLEDGER_PUBLIC_URL is "${text}"; write it as https://seats.contoso.com, without a path.`);
  return null;
}

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function collectEvery(text: string | undefined, faults: string[]): number {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text ?? '6h') ?? [];
  // The pattern lets no other unit through.
  const milliseconds = Number(number) * unitMs[(unit ?? 's') as keyof typeof unitMs];
  if (milliseconds >= 5000) return milliseconds;
  faults.push(`SEATLEDGER_COLLECT_EVERY is "${text}"; write it as 30m, 6h or 1d, at least 5s.`);
  return 6 * unitMs.h;
}

function defaultDataDir(env: Environment): string {
  if (process.platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? homedir(), 'Seatledger', 'data');
  if (process.platform === 'darwin')
    return path.join(homedir(), 'Library', 'Application Support', 'Seatledger', 'data');
  return path.join(env['XDG_DATA_HOME'] || path.join(homedir(), '.local', 'share'), 'seatledger');
}

/** Beside the data and never in it, so that a copy of the data does not carry the key along. */
function defaultKeyFile(env: Environment): string {
  if (process.platform === 'win32')
    return path.join(env['LOCALAPPDATA'] ?? homedir(), 'Seatledger', 'key', 'master.key');
  if (process.platform === 'darwin') {
    return path.join(homedir(), 'Library', 'Application Support', 'Seatledger', 'key', 'master.key');
  }
  return path.join(env['XDG_CONFIG_HOME'] || path.join(homedir(), '.config'), 'seatledger', 'master.key');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
