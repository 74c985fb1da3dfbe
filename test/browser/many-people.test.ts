import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCompany, type Company } from './company.ts';

let company: Company;

before(async () => {
  company = await createCompany({ users: 100_000 });
});
after(() => company.close());

test('100,000 people are scrolled to the last one, and the page holds only those in sight', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/people`);
  const grid = page.getByRole('grid');
  await page.getByText('@').first().waitFor();
  const total = company.tenant.userCount();
  assert.equal(Number(await grid.getAttribute('aria-rowcount')) >= total, true);
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page
    .locator(`[aria-rowindex="${await grid.getAttribute('aria-rowcount')}"]`)
    .getByText('@')
    .first()
    .waitFor({ timeout: 60_000 });
  assert.ok((await page.getByRole('row').count()) < 100);
  await done();
});

test('the first page of 100,000 people is there at once, and a search finds one of them', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/people`);
  await page.getByText('@').first().waitFor();
  const somebody = (await page.getByRole('row').nth(5).innerText())
    .split('\n')
    .find((line) => line.includes('@'));
  assert.ok(somebody);
  await page
    .getByRole('searchbox')
    .or(page.getByPlaceholder('Search by name or address'))
    .first()
    .fill(somebody);
  await page.getByText(/^1 of 100,/).waitFor();
  await done();
});
