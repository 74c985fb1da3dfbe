import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openApp } from '../../src/app.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { startSimulator, type SimulatedTenant, type Simulator } from '../../src/simulator/simulator.ts';
import { startChromium } from './chromium.ts';

/** A Seatledger over a simulated company, with a browser before it. */
export type Company = {
  readonly simulator: Simulator;
  /** The one that is connected. */
  readonly tenant: SimulatedTenant;
  /** One at Microsoft that nobody has connected yet. */
  readonly other: SimulatedTenant;
  readonly serving: Serving;
  /** The address of the interface; with a path, of that page. */
  readonly url: string;
  /** A browser of its own, signed in as the owner, at a page. */
  open(address: string, options?: BrowserContextOptions): Promise<Watched>;
  /** The same before anyone signed in. */
  visit(address: string, options?: BrowserContextOptions): Promise<Watched>;
  close(): Promise<void>;
};

/** A page with everything that went wrong in it. */
export type Watched = {
  readonly page: Page;
  /** Fails where a script failed, the policy was broken or another host was called, unless it was awaited. */
  done(expected?: RegExp): Promise<void>;
};

export type CompanyOptions = {
  readonly users?: number;
  /** Days that the company lives through and are collected, before today. */
  readonly days?: number;
  readonly prepare?: (tenant: SimulatedTenant) => void;
  /** False for a tenant that is connected and not yet collected. */
  readonly collected?: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;
const owner = 'Ana';

/** Founds the company, lets its days pass, serves it and starts a browser. */
export async function createCompany(options: CompanyOptions = {}): Promise<Company> {
  const { users = 120, days = 0, collected = true, prepare = () => undefined } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'seatledger-browser-'));
  let behind = days * dayMs;
  const now = () => new Date(Date.now() - behind);
  const simulator = await startSimulator({ users, tenants: 2, now, compress: false });
  const [tenant, other] = simulator.tenants;
  assert.ok(tenant && other);
  prepare(tenant);
  const env = {
    SEATLEDGER_DATA_DIR: path.join(folder, 'data'),
    SEATLEDGER_KEY_FILE: path.join(folder, 'key', 'master.key'),
    SEATLEDGER_LOG_LEVEL: 'silent',
  };
  const app = await openApp({ env, verbose: false, clock: { now, wait: () => Promise.resolve() } });
  const hosts = { cloud: 'custom', authorityHost: simulator.url, graphHost: simulator.url } as const;
  const { id, clientId, secret } = tenant;
  await app.operations.connect({ tenant: id, clientId, secret, ...hosts }, () => undefined);
  for (; behind > 0; behind -= dayMs) {
    await app.operations.collect({}, () => undefined);
    tenant.passDay();
  }
  if (collected) await app.operations.collect({}, () => undefined);
  await app.operations.addAccount({ name: owner, role: 'owner', password: 'correct horse battery' });
  await app.close();
  const serving = await serve({
    env,
    verbose: false,
    port: 0,
    customClouds: true,
    collects: false,
    answers: true,
    say: () => undefined,
  });
  const browser = await startChromium();
  const visit = (address: string, chosen: BrowserContextOptions = {}) =>
    watched(browser, serving, address, chosen);
  return {
    simulator,
    tenant,
    other,
    serving,
    url: serving.url,
    visit,
    async open(address, chosen) {
      const access = await serving.services.access();
      const { value } = await access.signIn({
        name: owner,
        password: 'correct horse battery',
        address: '127.0.0.1',
        client: null,
        session: null,
      });
      return watched(browser, serving, address, chosen ?? {}, value);
    },
    async close() {
      await browser.close();
      await serving.close();
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// As a text: it runs in the page, whose types this project does not know.
const tellViolations = `document.addEventListener('securitypolicyviolation', (event) => {
  tellViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile);
});`;

/** A page of its own in a browser, with everything that goes wrong in it. */
export async function watched(
  browser: Browser,
  { url }: Serving,
  address: string,
  options: BrowserContextOptions,
  session?: string,
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  if (session !== undefined) {
    await context.addCookies([
      { name: 'seatledger', value: session, url, httpOnly: true, sameSite: 'Strict' },
    ]);
  }
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      faults.push(`another host: ${request.url()}`);
  });
  await page.exposeFunction('tellViolation', (text: string) => faults.push(`policy: ${text}`));
  await page.addInitScript(tellViolations);
  await page.goto(`${url}${address}`);
  return {
    page,
    async done(expected = /(?!)/) {
      await context.close();
      assert.deepEqual(
        faults.filter((fault) => !expected.test(fault)),
        [],
      );
    },
  };
}
