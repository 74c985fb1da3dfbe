import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SimulatedTenant } from '../../src/simulator/simulator.ts';
import { createCompany, type Company } from './company.ts';

const image = '<img src=x onerror=globalThis.pwned=1>';
const names = [
  image,
  '"><svg/onload=globalThis.pwned=1>',
  'javascript:globalThis.pwned=1',
  '{{7*7}} ${7*7}',
  '</script><script src=//canary.example></script>',
  '\u202egnp.exe',
  'W'.repeat(250),
];
const skuId = '5ca1ab1e-0000-4000-8000-000000000001';

let company: Company;
let people: readonly string[];

/** People, their departments and groups, and a product that is given to all of them, bear these names. */
function prepare({ change }: SimulatedTenant): void {
  change.addSku({ skuPartNumber: image, skuId, enabled: 20 });
  people = names.map((name) => {
    const id = change.addUser({ displayName: name, department: name, jobTitle: name });
    change.assign(id, skuId, change.addGroup(name));
    change.assign(id, skuId);
    return id;
  });
}

before(async () => {
  company = await createCompany({ users: 40, days: 1, prepare });
  // The ledger says by which group somebody came to something since then.
  const { id, user, change, groups } = company.tenant;
  const group = groups().find(({ displayName }) => displayName === image);
  change.assign(String(user(0)?.['id']), skuId, group?.id);
  await company.serving.services.running.start(id, {});
  await company.serving.services.running.outcome(id);
});
after(() => company.close());

/** Every page that shows a name, with a hostile text that has to stand on it as it is. */
const places = [
  { at: '/estate', text: image },
  { at: '/estate?tab=products', text: image },
  { at: '/t/TENANT/balance', text: image },
  { at: `/t/TENANT/balance?sku=${skuId}`, text: image },
  { at: `/t/TENANT/skus/${skuId}`, text: image },
  { at: `/t/TENANT/skus/${skuId}?tab=holders`, text: names[1] },
  { at: `/t/TENANT/skus/${skuId}?tab=groups`, text: names[2] },
  { at: `/t/TENANT/skus/${skuId}?tab=changes`, text: image },
  { at: `/t/TENANT/people?sku=${skuId}`, text: names[4] },
  { at: `/t/TENANT/people?department=${encodeURIComponent(names[1] ?? '')}`, text: names[1] },
  { at: '/t/TENANT/findings?rule=double-assignment', text: names[3] },
  { at: `/t/TENANT/history?sku=${skuId}`, text: image },
  { at: '/collection', text: image },
  { at: '/collection?tab=runs', text: image },
  { at: '/settings/tenants?tenant=TENANT', text: image },
  { at: '/settings/access', text: 'Ana' },
];

test('S-XS-01: names that are code stand on every page as text, and none of it runs', async () => {
  const { page, done } = await company.open('/estate');
  await nameTenant(page, image);
  for (const { at, text = '' } of places) {
    await page.goto(`${company.url}${at.replace('TENANT', company.tenant.id)}`);
    await page.getByRole('main').getByText(text).locator('visible=true').first().waitFor();
    assert.equal(await page.evaluate('globalThis.pwned'), undefined, at);
    assert.deepEqual(await page.locator('a[href^="javascript"]').count(), 0, at);
  }
  await page.goto(`${company.url}/t/${company.tenant.id}/balance`);
  await page.getByText('Total of paid products').waitFor();
  assert.equal(await page.title(), `Balance · ${image} · Seatledger`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('onerror');
  await page.getByRole('option').filter({ hasText: image }).first().waitFor();
  assert.equal(await page.evaluate('globalThis.pwned'), undefined);
  await done();
});

test('S-XS-01: the panel of each person shows names that are code as text', async () => {
  const { page, done } = await company.open('/estate');
  for (const [nth, name] of names.entries()) {
    await page.goto(`${company.url}/t/${company.tenant.id}/people?person=${people[nth]}`);
    const panel = page.getByRole('dialog', { name });
    await panel.getByText('Why this person is counted').waitFor();
    await panel.getByText(`Through the group ${name}`).or(panel.getByText(name).nth(1)).first().waitFor();
    assert.equal(await page.evaluate('globalThis.pwned'), undefined, name);
  }
  await done();
});

test('S-XS-01: a name without end makes no page wider than its window', async () => {
  const { page, done } = await company.open('/estate', { viewport: { width: 390, height: 844 } });
  await nameTenant(page, 'W'.repeat(100));
  for (const at of [...places.map(({ at }) => at), `/t/TENANT/people?person=${people.at(-1)}`]) {
    await page.goto(`${company.url}${at.replace('TENANT', company.tenant.id)}`);
    await page
      .getByRole('main')
      .getByText(/W{50}|onerror|Ana/)
      .locator('visible=true')
      .first()
      .waitFor();
    const tooWide = await page.evaluate<number>(
      `Math.max(...[document.documentElement, ...document.querySelectorAll('[data-scroller]')]
        .map((each) => each.scrollWidth - each.clientWidth))`,
    );
    assert.equal(tooWide, 0, at);
  }
  await done();
});

async function nameTenant(page: Page, name: string): Promise<void> {
  const answer = await page.evaluate<number>(`fetch('/api/v1/tenants/${company.tenant.id}', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'x-seatledger': '1' },
    body: JSON.stringify({ name: ${JSON.stringify(name)} }),
  }).then((response) => response.status)`);
  assert.equal(answer, 200);
}
