import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createCompany, type Company } from './company.ts';

// For whoever works without a mouse: only keys are pressed here.

let company: Company;

before(async () => {
  company = await createCompany();
});
after(() => company.close());

test('Tab goes from the skip link over the top bar and the rail into the page, and shows where it is', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/people`);
  await page.getByRole('gridcell').first().waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await nameOfFocused(page), 'Skip to the content');
  const regions: string[] = [];
  const unseen: string[] = [];
  while (regions.at(-1) !== 'grid') {
    const name = await nameOfFocused(page);
    const place = await placeOfFocused(page);
    const focused = await page.screenshot({ clip: place.clip });
    await page.keyboard.press('Tab');
    if (focused.equals(await page.screenshot({ clip: place.clip }))) unseen.push(name);
    if (regions.at(-1) !== place.region) regions.push(place.region);
    assert.ok(regions.length < 10, `the focus wanders: ${regions.join(', ')}`);
  }
  assert.deepEqual(regions, ['start', 'header', 'nav', 'main', 'grid']);
  assert.deepEqual(unseen, []);
  await done();
});

test('the skip link leads past the top bar and the rail', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/people`);
  await page.getByRole('gridcell').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal((await placeOfFocused(page)).region, 'main');
  assert.match(page.url(), /\/people/);
  await done();
});

test('g and a letter goes to a page, j and k to a row, Enter opens it, Esc leads back to it', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  await press(page, 'g', 'p');
  const people = page.getByRole('grid', { name: 'People with their licenses' });
  await people.getByRole('gridcell').first().waitFor();
  await press(page, 'j', 'j', 'j', 'k');
  const row = await textOfFocusedRow(page);
  assert.equal(row, await people.getByRole('row').nth(2).innerText());
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await panel.getByText('Why this person is counted').waitFor();
  // The panel is read from its heading on.
  assert.equal(await nameOfFocused(page), row.split('\n')[0]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.equal(await textOfFocusedRow(page), row);
  await press(page, 'g', 'b');
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  await press(page, 'g', 'h');
  await page.getByRole('heading', { name: 'History' }).waitFor();
  await press(page, 'g', 'c');
  await page.getByRole('heading', { name: 'Collection' }).waitFor();
  await done();
});

test('the slash leads to the filter, and what is typed there is no shortcut', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/people`);
  await page.getByRole('gridcell').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('gpjk?');
  const search = page.getByRole('searchbox', { name: 'Search by name or address' });
  assert.equal(await search.inputValue(), 'gpjk?');
  await page.getByText('Nothing matches the filter').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('gridcell').first().waitFor();
  assert.equal(await search.inputValue(), '');
  await done();
});

test('the palette finds a page, a product and a person', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  const name = String(company.tenant.user(3)?.['displayName']);

  await palette(page, 'Microsoft 365 E5');
  await page.getByRole('heading', { name: 'Microsoft 365 E5', level: 1 }).waitFor();
  await palette(page, 'Findings');
  await page.getByRole('heading', { name: 'Findings', level: 1 }).waitFor();
  await palette(page, name);
  await page.getByRole('dialog', { name }).waitFor();
  await done();
});

test('the question mark shows the keys, and single letters can be switched off there', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Go to People').waitFor();
  await sheet.getByRole('switch', { name: 'Single letters do something' }).press('Space');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await press(page, 'g', 'p', '?');
  assert.equal(await sheet.count(), 0);
  assert.match(page.url(), /\/balance/);
  await done();
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Finds something by what is typed, and takes the first that is offered. */
async function palette(page: Page, search: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search pages, products, people …').waitFor();
  await page.keyboard.type(search);
  await page.getByRole('option').filter({ hasText: search }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** What a screen reader would call the element that has the focus. */
function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate<string>(`document.activeElement.ariaLabel ?? document.activeElement.innerText`);
}

function textOfFocusedRow(page: Page): Promise<string> {
  return page.evaluate<string>(`document.activeElement.closest('[role=row]')?.innerText`);
}

type FocusedPlace = {
  readonly region: string;
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

/** Where the focus is: the part of the page, and what of the picture may show it. */
function placeOfFocused(page: Page): Promise<FocusedPlace> {
  return page.evaluate<FocusedPlace>(`(() => {
    const element = document.activeElement;
    const around = ['[role=grid]', 'main', 'nav', 'header'].map((each) => element.closest(each)).find(Boolean);
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      region: around === undefined ? 'start' : (around.role ?? around.localName),
      clip: { x: Math.max(left - 4, 0), y: Math.max(top - 4, 0), width: width + 8, height: height + 8 },
    };
  })()`);
}
