import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { createCompany, type Company, type Watched } from './company.ts';

let company: Company;

before(async () => {
  company = await createCompany({ days: 2 });
});
after(() => company.close());

/** Every page of someone who is signed in, with what has to stand on it before it is looked at. */
const pages: readonly { readonly name: string; readonly at: string; readonly shows: RegExp }[] = [
  { name: 'estate', at: '/estate', shows: /tenants? needs? you|all is well/i },
  { name: 'balance', at: '/t/TENANT/balance', shows: /Paid seats bought/ },
  { name: 'a past day', at: '/t/TENANT/balance?at=YESTERDAY', shows: /Paid seats bought/ },
  { name: 'SKU', at: '/t/TENANT/skus/SPE_E5', shows: /How it adds up/ },
  { name: 'holders', at: '/t/TENANT/skus/SPE_E5?tab=holders', shows: /@/ },
  { name: 'people', at: '/t/TENANT/people', shows: /@/ },
  { name: 'a person', at: '/t/TENANT/people?person=PERSON', shows: /Why this person is counted/ },
  { name: 'findings', at: '/t/TENANT/findings', shows: /Double assignment/i },
  { name: 'history', at: '/t/TENANT/history', shows: /entries/ },
  { name: 'two dates', at: '/t/TENANT/history?tab=compare', shows: /Compare two dates/ },
  { name: 'held changes', at: '/t/TENANT/history?tab=held', shows: /held/i },
  { name: 'collection', at: '/collection', shows: /Collect/ },
  { name: 'runs', at: '/collection?tab=runs', shows: /Lindqvist/ },
  { name: 'a run', at: '/t/TENANT/runs/RUN', shows: /Lindqvist|published/i },
  { name: 'add tenant', at: '/connect', shows: /never write/ },
  { name: 'tenants', at: '/settings/tenants', shows: /Lindqvist/ },
  { name: 'access', at: '/settings/access', shows: /Ana/ },
  { name: 'system', at: '/settings/system', shows: /SQLite/ },
];

const views: readonly { readonly name: string; readonly options: BrowserContextOptions }[] = [
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'narrow', options: { viewport: { width: 390, height: 844 } } },
];

for (const { name: view, options } of views) {
  test(`every page is whole for everyone (${view}): no finding of axe, no error, nothing from elsewhere`, async () => {
    const watched = await company.open('/', options);
    const found: string[] = [];
    for (const { name, at, shows } of pages) {
      await watched.page.goto(`${company.url}${await addressOf(at)}`);
      await watched.page.getByText(shows).locator('visible=true').first().waitFor();
      found.push(...(await findingsOf(watched.page)).map((finding) => `${name}: ${finding}`));
    }
    assert.deepEqual(found, []);
    await watched.done();
  });
}

test('who is not signed in is led to the sign-in and back, and a wrong password keeps the name', async () => {
  const { page, done } = await company.visit(`/t/${company.tenant.id}/people?search=an`);
  await page.getByLabel('Name').fill('Ana');
  await page.getByLabel('Password').fill('not this one, surely');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The name or the password is wrong.').first().waitFor();
  assert.equal(await page.getByLabel('Name').inputValue(), 'Ana');
  assert.deepEqual(await findingsOf(page), []);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('gridcell').first().waitFor();
  assert.match(page.url(), /\/people\?search=an/);
  await done(/401/);
});

for (const { locale, words } of [
  { locale: 'pt-BR', words: ['Saldo', 'Pessoas', 'Comprad'] },
  { locale: 'es-ES', words: ['Saldo', 'Personas', 'Comprad'] },
]) {
  test(`the interface speaks the language of the browser (${locale})`, async () => {
    const watched = await company.open(`/t/${company.tenant.id}/balance`, { locale });
    for (const word of words) {
      await watched.page.getByText(new RegExp(word)).locator('visible=true').first().waitFor();
    }
    assert.match(
      (await watched.page.locator('html').getAttribute('lang')) ?? '',
      new RegExp(`^${locale.slice(0, 2)}`),
    );
    for (const { at } of pages.slice(0, 8)) {
      await watched.page.goto(`${company.url}${await addressOf(at)}`);
      await watched.page.getByRole('main').waitFor();
      // A text that nobody translated shows its key.
      assert.doesNotMatch(
        await watched.page.locator('body').innerText(),
        /\b(balance|people|states|shell|sku)\.[a-z]\w+/,
      );
    }
    await watched.done();
  });
}

test('a filter that nothing matches says so and offers to clear it', async () => {
  const watched = await company.open(`/t/${company.tenant.id}/people?search=nobody-is-called-so`);
  await watched.page.getByText('Nothing matches the filter').waitFor();
  assert.deepEqual(await findingsOf(watched.page), []);
  await watched.page.getByRole('button', { name: /clear/i }).first().click();
  await watched.page.getByText('@').first().waitFor();
  await watched.done();
});

test('when the server fails the page says what to do, and is whole again after another try', async () => {
  const watched = await company.open('/estate');
  const { page } = watched;
  const answer = JSON.stringify({
    type: 'about:blank',
    title: 'The data cannot be used',
    status: 503,
    detail: 'The database is locked by a test.',
    code: 'store',
    act: 'operator',
    requestId: 'req-1',
  });
  await page.route('**/api/v1/tenants/*/users*', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: answer }),
  );
  await page.goto(`${company.url}/t/${company.tenant.id}/people`);
  await page.getByText('The database is locked by a test.').first().waitFor();
  assert.deepEqual(await findingsOf(page), []);
  await page.unroute('**/api/v1/tenants/*/users*');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByText('@').first().waitFor();
  await watched.done(/503/);
});

test('a viewer reads, and is told who can allow the rest', async () => {
  const access = await company.serving.services.access();
  await access.addAccount({ name: 'Vera', role: 'viewer', password: 'correct horse battery' });
  const { page, done } = await company.visit('/sign-in');
  await page.getByLabel('Name').fill('Vera');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(/Total of paid products/).waitFor();
  await page.goto(`${company.url}/settings/access`);
  await page.getByText('Signed-in browsers').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add a person' }).count(), 0);
  await page.goto(`${company.url}/connect`);
  await page
    .getByText(/owner or admin|An owner/)
    .first()
    .waitFor();
  assert.deepEqual(await findingsOf(page), []);
  await done();
});

test('a session that ends elsewhere leads to the sign-in at the next step', async () => {
  const watched = await company.open(`/t/${company.tenant.id}/balance`);
  const { page } = watched;
  await page.getByText(/Total of paid products/).waitFor();
  const access = await company.serving.services.access();
  await access.changeAccount('Ana', { password: 'correct horse battery' });
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Password').waitFor();
  assert.match(page.url(), /sign-in/);
  await watched.done(/401/);
});

let person: Promise<string> | undefined;
let run: Promise<string> | undefined;

async function addressOf(at: string): Promise<string> {
  person ??= firstOf('users');
  run ??= firstOf('runs');
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return at
    .replace('TENANT', company.tenant.id)
    .replace('YESTERDAY', yesterday)
    .replace('PERSON', await person)
    .replace('RUN', await run);
}

/** The id of the first in a list of the tenant. */
async function firstOf(list: 'users' | 'runs'): Promise<string> {
  const watched: Watched = await company.open('/estate');
  const answer = await watched.page
    .context()
    .request.get(`${company.url}/api/v1/tenants/${company.tenant.id}/${list}?limit=1`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  await watched.done();
  return items[0]?.id ?? '';
}
