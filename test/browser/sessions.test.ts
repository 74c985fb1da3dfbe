import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createCompany, type Company } from './company.ts';

let company: Company;

before(async () => {
  company = await createCompany();
});
after(() => company.close());

test('S-SE-02: a session that was ended elsewhere leads to the sign-in at the next click, and back again', async () => {
  const { page, done } = await company.open(`/t/${company.tenant.id}/balance`);
  await page.getByText('Total of paid products').waitFor();
  await endSessions();
  await page.getByRole('link', { name: 'People' }).click();
  await signIn(page);
  await page.getByRole('grid', { name: 'People with their licenses' }).waitFor();
  await done(/401/);
});

test('S-SE-02: what was typed about a tenant is still there after signing in again', async () => {
  const { page, done } = await company.open('/connect');
  const tenant = page.getByRole('textbox', { name: 'Tenant ID or domain' });
  await tenant.fill(company.other.domain);
  await page.getByRole('button', { name: 'Next' }).click();
  const clientId = page.getByRole('textbox', { name: /Application \(client\) ID/ });
  await clientId.fill(company.other.clientId);
  await endSessions();
  await page.getByRole('button', { name: 'Make a certificate' }).click();
  await signIn(page);
  await clientId.waitFor();
  assert.equal(await clientId.inputValue(), company.other.clientId);
  await page.getByRole('button', { name: 'Back' }).click();
  assert.equal(await tenant.inputValue(), company.other.domain);
  await done(/401/);
});

test('S-SE-02: what was typed about a person is still there after signing in again', async () => {
  const { page, done } = await company.open('/settings/access');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await name.fill('Benedita');
  await page.getByRole('dialog').getByLabel('Password').fill('a few unrelated words');
  await endSessions();
  await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click();
  await signIn(page);
  await name.waitFor();
  assert.equal(await name.inputValue(), 'Benedita');
  await done(/401/);
});

test('S-SE-02: whoever has signed out leaves nothing to read behind the Back button', async () => {
  const { page, done } = await company.open('/estate');
  await page.goto(`${company.url}/t/${company.tenant.id}/people`);
  const somebody = page.getByRole('gridcell').filter({ hasText: '@' });
  await page.getByText('@').first().waitFor();
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
  for (let back = 0; back < 2; back++) {
    await page.goBack();
    await page.getByLabel('Password').waitFor();
    assert.equal(await somebody.count(), 0);
    assert.doesNotMatch(await page.locator('body').innerText(), /@|Lindqvist/);
  }
  await done(/401/);
});

async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** As someone does who ends the sessions of this person on another computer. */
async function endSessions(): Promise<void> {
  const access = await company.serving.services.access();
  await access.changeAccount('Ana', { password: 'correct horse battery' });
}
