import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

/**
 * Starts a real Chromium: the one that CHROMIUM_PATH names, the system's, or the one that the packages bring.
 * @throws Error when there is none; a test without a browser has failed and is not skipped.
 */
export async function startChromium(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? systemChromium();
  if (own !== undefined) return chromium.launch({ executablePath: own, args });
  const folder = await unpacked();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args,
    env: { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), ...librariesIn(folder) },
  });
}

// Tests run as any user, and a container gives no user namespaces.
const args = ['--no-sandbox'];

function systemChromium(): string | undefined {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
}

/** The folder of the unpacked browser: made once for this version, whole or not at all. */
async function unpacked(): Promise<string> {
  const folder = path.join(tmpdir(), `seatledger-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  if (existsSync(path.join(folder, 'fonts.conf'))) return folder;
  const draft = mkdtempSync(`${folder}-`);
  // It unpacks into the temporary folder of its process, and would take another's half-written file there.
  await run(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: root,
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  // Without a font text is invisible, and a machine for tests may have none.
  writeFileSync(path.join(draft, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(draft, folder);
  } catch {
    // Another test was faster.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

const root = path.join(import.meta.dirname, '..', '..');
const version = '153.0.0';
const unpack = "await (await import('@sparticuz/chromium')).default.executablePath()";

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
${['system-ui', 'sans-serif', 'Segoe UI'].map(alias).join('\n')}
</fontconfig>
`;
}

/** Gives the one font that came with the browser for a family that a machine for tests lacks. */
function alias(family: string): string {
  return `  <alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
}

/** Libraries that came with the browser, for a machine that lacks them. */
function librariesIn(folder: string): Record<string, string> {
  const lib = path.join(folder, 'al2023', 'lib');
  return existsSync(lib) && readdirSync(lib).length > 0 ? { LD_LIBRARY_PATH: lib } : {};
}
