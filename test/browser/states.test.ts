import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { createCompany, type Company } from './company.ts';

// What a page shows when it has nothing to show, may not show it, or does not get it.

let company: Company;

before(async () => {
  company = await createCompany({ collected: false });
});
after(() => company.close());

/** What stands on the pages of a tenant that is connected and not yet collected. */
const neverCollected = [
  { at: 'balance', says: /Nothing of .+ was collected yet/ },
  { at: 'people', says: /Nothing of .+ was collected yet/ },
  { at: 'findings', says: /Nothing of .+ was collected yet/ },
  { at: 'history', says: /Nothing of .+ was collected yet/ },
  { at: 'history?tab=compare', says: /Nothing of .+ was collected yet/ },
];

test('a tenant that was never collected says so on each page, and offers to collect it', async () => {
  const { page, done } = await company.open('/');
  for (const { at, says } of neverCollected) {
    await page.goto(addressOf(`/t/TENANT/${at}`));
    await shown(page, says);
    await page.getByRole('button', { name: 'Collect now' }).first().waitFor();
    assert.deepEqual(await findingsOf(page), [], at);
  }
  await page.goto(`${company.url}/estate`);
  await shown(page, /never|not yet|Nothing of this tenant was collected yet/i);
  assert.deepEqual(await findingsOf(page), [], 'estate');
  await page.goto(`${company.url}/collection?tab=runs`);
  await shown(page, 'No run yet');
  assert.deepEqual(await findingsOf(page), [], 'runs');
  await done();
});

test('the first collection runs before the eyes of who began it, and ends on the balance', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  await page.getByRole('button', { name: 'Collect now' }).first().click();
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  await shown(page, 'Total of paid products');
  await done();
});

/** Filters that leave nothing, and a button that takes each of them away. */
const filteredAway = [
  { at: 'people?search=nobody-is-called-so', empty: 'Nothing matches the filter', full: /@/ },
  { at: 'people?department=Nowhere', empty: 'Nothing matches the filter', full: /@/ },
  {
    at: 'findings?rule=no-such-rule',
    empty: /There is no finding "no-such-rule"/,
    full: /^\d+ findings?$/,
  },
];

test('a filter that leaves nothing says so, and is taken away by one button', async () => {
  const { page, done } = await company.open('/');
  for (const { at, empty, full } of filteredAway) {
    await page.goto(addressOf(`/t/TENANT/${at}`));
    await shown(page, empty);
    assert.deepEqual(await findingsOf(page), [], at);
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Clear filters|Show all findings)$/ })
      .first()
      .click();
    await shown(page, full);
  }
  await done(/400|404/);
});

/** Pages, each with a text that stands on it when it is whole. */
const places = [
  { at: '/t/TENANT/balance', whole: 'Total of paid products' },
  { at: '/t/TENANT/skus/SPE_E5', whole: 'How it adds up' },
  { at: '/t/TENANT/people', whole: /@/ },
  { at: '/t/TENANT/findings', whole: /^\d+ findings?$/ },
  { at: '/t/TENANT/history', whole: /The ledger opens/ },
  { at: '/estate', whole: /needs (you|nothing)/ },
  { at: '/settings/access', whole: 'This browser' },
];

test('a page whose data does not come says why, and is whole after another try', async () => {
  const { page, done } = await company.open('/');
  let fails = true;
  await page.route(/\/api\/v1\/(?!me$|tenants$|entrance$)/, (route) =>
    fails ? route.fulfill(brokenDisk) : route.continue(),
  );
  for (const { at, whole } of places) {
    fails = true;
    await page.goto(addressOf(at));
    await shown(page, /The disk is full, says a test\./);
    assert.deepEqual(await findingsOf(page), [], at);
    fails = false;
    const retry = page.getByRole('main').getByRole('button', { name: 'Try again' });
    // Each part of a page that did not come has a button of its own.
    for (let left = await retry.count(); left > 0; left--) {
      await retry.first().click();
      await page.waitForFunction(buttonsLeft, left);
    }
    await shown(page, whole);
  }
  await done(/500/);
});

// As a text: it runs in the page, whose types this project does not know.
const buttonsLeft = `(left) =>
  [...document.querySelectorAll('main button')].filter((each) => each.textContent === 'Try again').length < left`;

test('figures stay when they cannot be read anew, and it is said that they could not', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  const all = [
    { name: 'Balance', figures: 'Total of paid products' },
    { name: 'People', figures: /@/ },
    { name: 'Findings', figures: /Double assignment/ },
  ];
  for (const { name, figures } of all) {
    await page.getByRole('link', { name, exact: true }).click();
    await shown(page, figures);
  }
  await page.route(/\/api\/v1\/tenants\/./, (route) => route.fulfill(brokenDisk));
  // Old enough to be read anew.
  await page.clock.setFixedTime(Date.now() + 60_000);
  for (const { name, figures } of all) {
    await page.getByRole('link', { name, exact: true }).click();
    await shown(page, /The disk is full, says a test\./);
    await shown(page, figures);
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().waitFor();
    assert.deepEqual(await findingsOf(page), [], name);
  }
  await done(/500/);
});

const ofViewer = [
  { at: '/t/TENANT/balance', whole: 'Total of paid products' },
  { at: '/t/TENANT/people', whole: /@/ },
  { at: '/t/TENANT/history?tab=held', whole: 'Nothing is held back' },
  { at: '/estate', whole: /needs (you|nothing)/ },
  { at: '/collection', whole: /Complete/ },
  { at: '/settings/tenants', whole: /Lindqvist/ },
];
const changes = /^(collect|add|remove|pause|resume|accept|keep|read again|create|replace)/i;

test('a viewer is offered nothing that would be refused, and told who can allow it', async () => {
  const access = await company.serving.services.access();
  await access.addAccount({ name: 'Vera', role: 'viewer', password: 'correct horse battery' });
  const { page, done } = await company.visit('/sign-in');
  await page.getByLabel('Name').fill('Vera');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await shown(page, 'Total of paid products');
  const offered: string[] = [];
  for (const { at, whole } of [...ofViewer, { at: '/settings/access', whole: 'This browser' }]) {
    await page.goto(addressOf(at));
    await shown(page, whole);
    const wrong = page.getByRole('main').getByRole('button', { name: changes });
    for (const text of await wrong.allInnerTexts()) offered.push(`${at}: ${text}`);
  }
  assert.deepEqual(offered, []);
  await page.goto(`${company.url}/connect`);
  await shown(page, 'You may not see this');
  await shown(page, /owner of this Seatledger can give you the right/);
  assert.deepEqual(await findingsOf(page), []);
  await done();
});

const brokenDisk = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'Something failed here',
    status: 500,
    detail: 'The disk is full, says a test.',
    code: 'internal',
    act: 'operator',
    requestId: 'req-1',
  }),
};

function addressOf(at: string): string {
  return `${company.url}${at.replace('TENANT', company.tenant.id)}`;
}

async function shown(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).locator('visible=true').first().waitFor();
}
