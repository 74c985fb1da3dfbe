import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createCompany, type Company } from './company.ts';

let company: Company;

before(async () => {
  company = await createCompany({ users: 100_000 });
});
after(() => company.close());

test('100,000 people are scrolled to the last one, nobody is missing or twice, and the page holds only those in sight', async () => {
  const { page, done } = await company.open('/estate');
  const read = peopleRead(page);
  await page.getByRole('link', { name: 'People' }).click();
  const grid = page.getByRole('grid', { name: 'People with their licenses' });
  await grid.getByText('@').first().waitFor();
  const lines = Number(await grid.getAttribute('aria-rowcount'));
  await grid.getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+End');
  const last = page.locator(`[aria-rowindex="${lines}"]`);
  await last.getByText('@').first().waitFor({ timeout: 60_000 });
  const people = (await Promise.all(read)).flat();
  assert.equal(people.length, company.tenant.userCount());
  assert.equal(new Set(people.map(({ id }) => id)).size, people.length);
  assert.ok((await last.innerText()).includes(people.at(-1)?.userPrincipalName ?? 'nobody'));
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

type Read = { readonly id: string; readonly userPrincipalName: string };

/** Everyone whom the page comes to read, answer by answer. */
function peopleRead(page: Page): readonly Promise<readonly Read[]>[] {
  const answers: Promise<readonly Read[]>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/users?')) return;
    answers.push(response.json().then(({ items }: { readonly items: readonly Read[] }) => items));
  });
  return answers;
}
