import type { Browser } from 'playwright-core';
import { startChromium } from '../browser/chromium.ts';

/**
 * Opens the balance of a tenant in a browser that has nothing kept, so many times, and gives the milliseconds from the
 * address to the first figure.
 */
export async function firstFigures(
  url: string,
  tenant: string,
  account: { readonly name: string; readonly password: string },
  times: number,
): Promise<readonly number[]> {
  const browser = await startChromium();
  try {
    const ms: number[] = [];
    for (let i = 0; i < times; i += 1)
      ms.push(await open(browser, `${url}/t/${tenant}/balance`, url, account));
    return ms;
  } finally {
    await browser.close();
  }
}

async function open(
  browser: Browser,
  page: string,
  url: string,
  account: { readonly name: string; readonly password: string },
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.request.post(`${url}/api/v1/sign-in`, {
      data: account,
      headers: { 'x-seatledger': '1' },
    });
    const tab = await context.newPage();
    const started = performance.now();
    await tab.goto(page, { waitUntil: 'commit' });
    await tab.getByText('Microsoft 365 E3').first().waitFor();
    return performance.now() - started;
  } finally {
    await context.close();
  }
}
