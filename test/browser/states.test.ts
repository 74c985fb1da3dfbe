import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
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
    await page.goto(`${company.url}/t/${company.tenant.id}/${at}`);
    await shown(page, says);
    await page.getByRole('button', { name: 'Collect now' }).first().waitFor();
    assert.deepEqual(await findings(page), [], at);
  }
  await page.goto(`${company.url}/estate`);
  await shown(page, /never|not yet|Nothing of this tenant was collected yet/i);
  assert.deepEqual(await findings(page), [], 'estate');
  await page.goto(`${company.url}/collection?tab=runs`);
  await shown(page, 'No run yet');
  assert.deepEqual(await findings(page), [], 'runs');
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
    empty: /finds nobody|not known here|Nothing/,
    full: /Double assignment/,
  },
];

test('a filter that leaves nothing says so, and is taken away by one button', async () => {
  const { page, done } = await company.open('/');
  for (const { at, empty, full } of filteredAway) {
    await page.goto(`${company.url}/t/${company.tenant.id}/${at}`);
    await shown(page, empty);
    assert.deepEqual(await findings(page), [], at);
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Clear filters|All findings|Show all.*)$/ })
      .first()
      .click();
    await shown(page, full);
  }
  await done(/400|404/);
});

const pages = [
  'balance',
  'skus/SPE_E5',
  'skus/SPE_E5?tab=holders',
  'skus/SPE_E5?tab=groups',
  'skus/SPE_E5?tab=changes',
  'people',
  'findings',
  'history',
  'history?tab=held',
];
const places = [
  ...pages.map((at) => `/t/TENANT/${at}`),
  '/estate',
  '/estate?tab=products',
  '/collection?tab=runs',
  '/settings/access',
  '/settings/system',
];

test('a page whose data does not come says why, and is whole after another try', async () => {
  const { page, done } = await company.open('/');
  let fails = true;
  await page.route(/\/api\/v1\/(?!me$|tenants$|entrance$)/, (route) =>
    fails ? route.fulfill(brokenDisk) : route.continue(),
  );
  const faulty: string[] = [];
  for (const at of places) {
    fails = true;
    await page.goto(`${company.url}${at.replace('TENANT', company.tenant.id)}`);
    const says = page
      .getByRole('main')
      .getByText(/The disk is full, says a test\./)
      .locator('visible=true');
    if (!(await appears(says.first()))) {
      faulty.push(`${at}: does not say why`);
      continue;
    }
    faulty.push(...(await findings(page)).map((finding) => `${at}: ${finding}`));
    fails = false;
    for (let tries = 0; tries < 4 && (await says.count()) > 0; tries++) {
      const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
      if (!(await appears(again.first()))) break;
      await again.first().click();
      await page.waitForLoadState('networkidle');
    }
    if ((await says.count()) > 0) faulty.push(`${at}: has no way on`);
  }
  assert.deepEqual(faulty, []);
  await done(/500/);
});

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
    assert.deepEqual(await findings(page), [], name);
  }
  await done(/500/);
});

test('a viewer is offered nothing that would be refused, and told who can allow it', async () => {
  const access = await company.serving.services.access();
  await access.addAccount({ name: 'Vera', role: 'viewer', password: 'correct horse battery' });
  const { page, done } = await company.visit('/sign-in');
  await page.getByLabel('Name').fill('Vera');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await shown(page, 'Total of paid products');
  const offered: string[] = [];
  for (const at of [...places, '/collection', '/settings/tenants']) {
    await page.goto(`${company.url}${at.replace('TENANT', company.tenant.id)}`);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    const changes = /^(collect|add|remove|pause|resume|accept|keep|read again|create|replace)/i;
    const wrong = page.getByRole('main').getByRole('button', { name: changes });
    for (const text of await wrong.allInnerTexts()) offered.push(`${at}: ${text}`);
  }
  assert.deepEqual(offered, []);
  await page.goto(`${company.url}/connect`);
  await shown(page, 'You may not see this');
  await shown(page, /owner of this Seatledger can give you the right/);
  assert.deepEqual(await findings(page), []);
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

async function shown(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).locator('visible=true').first().waitFor();
}

async function appears(element: ReturnType<Page['locator']>): Promise<boolean> {
  return element.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
