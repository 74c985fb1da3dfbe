import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { serve, type Serving } from '../../src/serve.ts';
import { startChromium } from './chromium.ts';
import { findingsOf } from './axe.ts';
import { watched } from './company.ts';

// What someone meets who has just started it: nobody owns it, and no tenant is connected.

let folder: string;
let serving: Serving;
let browser: Browser;
const said: string[] = [];

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'seatledger-browser-'));
  serving = await serve({
    env: {
      SEATLEDGER_DATA_DIR: path.join(folder, 'data'),
      SEATLEDGER_KEY_FILE: path.join(folder, 'key', 'master.key'),
      SEATLEDGER_LOG_LEVEL: 'silent',
    },
    verbose: false,
    port: 0,
    customClouds: true,
    collects: false,
    answers: true,
    say: (line) => said.push(line),
  });
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const { view, options } of [
  { view: 'light', options: {} },
  { view: 'dark', options: { colorScheme: 'dark' } as const },
  { view: 'narrow', options: { viewport: { width: 390, height: 844 } } },
]) {
  test(`whoever comes without the link is asked for the code, and told where it stands (${view})`, async () => {
    const { page, done } = await watched(browser, serving, '/', options);
    await page.getByRole('heading', { name: 'Set up Seatledger' }).waitFor();
    await page.getByText('It stands in the terminal that started Seatledger').waitFor();
    assert.deepEqual(await findingsOf(page), []);
    await page.getByRole('button', { name: 'Become the owner' }).click();
    await page.getByText('Enter the code from the terminal.').waitFor();
    assert.deepEqual(await findingsOf(page), []);
    await done(/401/);
  });
}

test('the link of the terminal makes the first owner, who is led to the first tenant', async () => {
  const link = said.flatMap((line) => /(\/claim#\S+)/.exec(line)?.[1] ?? []);
  const { page, done } = await watched(browser, serving, link[0] ?? assert.fail('no link was said'), {});
  await page.getByText('Taken from the link.').waitFor();
  assert.doesNotMatch(page.url(), /#./);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByLabel('Password again').fill('correct horse batteri');
  await page.getByRole('button', { name: 'Become the owner' }).click();
  await page.getByText('The two passwords are not the same.').waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Name' }).inputValue(), 'Ana');
  await page.getByLabel('Password again').fill('correct horse battery');
  await page.getByRole('button', { name: 'Become the owner' }).click();
  await page.getByRole('textbox', { name: 'Tenant ID or domain' }).waitFor();

  for (const place of ['/estate', '/collection', '/settings/tenants']) {
    await page.goto(`${serving.url}${place}`);
    await page.getByText('No tenant is connected yet').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Add tenant' }).waitFor();
    assert.deepEqual(await findingsOf(page), [], place);
  }
  await page.goto(`${serving.url}/t/contoso.com/balance`);
  await page.getByText('There is no such page or tenant, or you may not see it.').waitFor();
  assert.deepEqual(await findingsOf(page), []);
  await done(/401/);
});

test('the same link opens nothing a second time', async () => {
  const link = said.flatMap((line) => /(\/claim#\S+)/.exec(line)?.[1] ?? []);
  const { page, done } = await watched(browser, serving, link[0] ?? assert.fail('no link was said'), {});
  await page.getByRole('heading', { name: 'Seatledger is set up already' }).waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Password').waitFor();
  await done(/401/);
});
