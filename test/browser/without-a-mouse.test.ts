import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createCompany, type Company } from './company.ts';

let company: Company;

before(async () => {
  company = await createCompany({ users: 60 });
});
after(() => company.close());

test('from the skip link to a person and back, by keys alone', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/people`);
  await page.getByText('@').first().waitFor();
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /skip to the content/i);
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const row = await focused(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  assert.match(page.url(), /person=/);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await focused(page), row);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'INPUT');
  await done();
});

test('g and a letter go to a page, Ctrl-K finds a product, ? shows the keys', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  await page.getByText('Total of paid products').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL(/\/people/);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.waitForURL(/\/balance/);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Ctrl').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search pages/ }).fill('SPE_E5');
  await page.getByRole('option', { name: /Microsoft 365 E5/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Microsoft 365 E5' }).waitFor();
  await done();
});

/** What has the focus, by its text or label. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  );
}
