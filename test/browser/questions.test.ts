import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { createCompany, type Company } from './company.ts';

// What people come to find out, as they would: by what stands on the page, and with few clicks.

let company: Company;

before(async () => {
  company = await createCompany({ days: 3 });
});
after(() => company.close());

const e5 = 'Microsoft 365 E5';

test('the link of the terminal signs in once, and leads to the balance', async () => {
  const access = await company.serving.services.access();
  const code = access.oneTimeCode('Ana');
  const { page, done } = await company.visit(`/sign-in#${code}`);
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  assert.doesNotMatch(page.url(), new RegExp(code));
  await done();

  const again = await company.visit(`/sign-in#${code}`);
  await again.page.getByText('This link does not open anything').waitFor();
  await again.done(/401/);
});

test('how many E5 seats are left stands on the first page, and where the figure comes from two clicks on', async () => {
  const { page, done } = await company.open('/');
  const row = page.getByRole('row').filter({ hasText: 'SPE_E5' });
  await row.waitFor();
  const { left } = await e5Balance();
  // A figure prints its sum.
  await row
    .getByRole('button', { name: String(left), exact: true })
    .first()
    .click();
  await page.getByText('− Assigned').or(page.getByText('Assigned')).first().waitFor();
  await page.keyboard.press('Escape');
  await row.getByText(e5).click();
  await page.getByRole('dialog').getByRole('link', { name: 'All about this product' }).click();
  await page.getByRole('heading', { name: e5 }).waitFor();
  await page
    .getByText(left === 0 ? 'No seat is left' : 'left')
    .first()
    .waitFor();
  await page.getByText('How it adds up').waitFor();
  await done();
});

test('who holds E5, and through which group, stands with the product', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/skus/SPE_E5`);
  await page.getByRole('tab', { name: /Holders/ }).click();
  const holders = page.getByRole('grid');
  await holders.getByRole('row').nth(1).waitFor();
  assert.ok((await holders.getByRole('row').count()) > 3);
  await page.getByRole('tab', { name: /Groups/ }).click();
  await page.getByText('LIC Microsoft 365 E5').first().waitFor();
  await done();
});

test('why somebody holds a seat stands in the panel of the person', async () => {
  const { page, done } = await company.open('/');
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('row').filter({ hasText: 'Group' }).nth(1).getByRole('gridcell').nth(1).click();
  const panel = page.getByRole('dialog');
  await panel
    .getByText(/Through the group/)
    .first()
    .waitFor();
  await panel.getByText('Why this person is counted').waitFor();
  assert.match(page.url(), /person=/);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await done();
});

test('what changed on a day stands in History, sentence by sentence, with its entries below', async () => {
  const { page, done } = await company.open('/');
  await page.getByRole('link', { name: 'History' }).click();
  const day = page.getByRole('button', { name: /entries/ }).first();
  await day.click();
  await page.getByText('Seat assigned').first().waitFor();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await page
    .getByText(/Chain verified to #/)
    .first()
    .waitFor();
  await done();
});

test('why a figure is not balanced is said by the proof that does not hold', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/skus/TEAMS_EXPLORATORY`);
  await page.getByText('Can I trust it?').waitFor();
  await page
    .getByText(/hold it, but the tenant lists no such product/)
    .first()
    .waitFor();
  await done();
});

/** Where people go from the link of the terminal, click by click. */
const ways: readonly {
  readonly to: string;
  readonly clicks: readonly ((page: Page) => Locator)[];
  readonly shows: string | RegExp;
}[] = [
  { to: 'the balance', clicks: [], shows: 'Total of paid products' },
  {
    to: 'a person',
    clicks: [
      (page) => page.getByRole('link', { name: 'People' }),
      (page) => page.getByRole('gridcell').filter({ hasText: 'Member' }).first(),
    ],
    shows: 'Why this person is counted',
  },
  {
    to: 'a day in history',
    clicks: [
      (page) => page.getByRole('link', { name: 'History' }),
      (page) => page.getByRole('button', { name: /entries/ }).first(),
    ],
    shows: 'Seat assigned',
  },
  {
    to: 'a new tenant',
    clicks: [
      (page) => page.getByRole('link', { name: 'Settings' }),
      (page) => page.getByRole('button', { name: 'Add tenant' }),
    ],
    shows: 'Tenant ID or domain',
  },
];

for (const { to, clicks, shows } of ways) {
  test(`from the link of the terminal it is no more than three clicks to ${to}`, async () => {
    const access = await company.serving.services.access();
    const { page, done } = await company.visit(`/sign-in#${access.oneTimeCode('Ana')}`);
    assert.ok(clicks.length <= 3);
    for (const click of clicks) await click(page).click();
    await page.getByText(shows).locator('visible=true').first().waitFor();
    await done();
  });
}

test('the second tenant is added step by step, tested, collected and shown', async () => {
  const { page, done } = await company.open('/settings/tenants');
  await page
    .getByRole('link', { name: /add tenant/i })
    .or(page.getByRole('button', { name: /add tenant/i }))
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Tenant ID or domain' }).fill(company.other.id);
  await page.getByText('Advanced').click();
  await page.getByRole('checkbox', { name: /Other hosts/ }).check();
  await page.getByRole('textbox', { name: 'Sign-in host (authority)' }).fill(company.simulator.url);
  await page.getByRole('textbox', { name: 'Graph host' }).fill(company.simulator.url);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: /Application \(client\) ID/ }).fill(company.other.clientId);
  await page.getByRole('radio', { name: 'A client secret' }).check();
  await page.getByLabel('Client secret (column Value)').fill('wrong');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('User.Read.All').first().waitFor();
  await page.getByRole('button', { name: 'Test and connect' }).click();
  await page
    .getByText(/secret/i)
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /Back to/ })
    .first()
    .click();
  // What was typed is still there, but for the secret that was wrong.
  assert.equal(
    await page.getByRole('textbox', { name: /Application \(client\) ID/ }).inputValue(),
    company.other.clientId,
  );
  await page.getByLabel('Client secret (column Value)').fill(company.other.secret);
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('button', { name: /Test and connect|Test again/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Start the first collection' }).click();
  await page.getByRole('grid', { name: 'Products' }).waitFor();
  assert.match(page.url(), new RegExp(`/t/${company.other.id}/balance`));
  await done();
});

async function e5Balance(): Promise<{ readonly left: number }> {
  const { page, done } = await company.open('/estate');
  const answer = await page.evaluate(async (tenant) => {
    const response = await fetch(`/api/v1/tenants/${tenant}/balance`);
    return (await response.json()) as { items: { skuPartNumber: string; available: number }[] };
  }, company.tenant.id);
  await done();
  const line = answer.items.find(({ skuPartNumber }) => skuPartNumber === 'SPE_E5');
  assert.ok(line);
  return { left: line.available };
}
