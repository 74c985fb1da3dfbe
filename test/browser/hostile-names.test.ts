import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SimulatedTenant } from '../../src/simulator/simulator.ts';
import { createCompany, type Company } from './company.ts';

const names = [
  '<img src=x onerror=globalThis.pwned=1>',
  '"><svg/onload=globalThis.pwned=1>',
  'javascript:globalThis.pwned=1',
  '{{7*7}} ${7*7}',
  '</script><script>globalThis.pwned=1</script>',
  '\u202egnp.exe',
];

let company: Company;

before(async () => {
  const prepare = ({ change }: SimulatedTenant) => {
    for (const name of names) {
      change.addUser({ displayName: name, department: name, jobTitle: name }, { licensed: true });
      change.addGroup(name);
    }
  };
  company = await createCompany({ users: 40, prepare });
});
after(() => company.close());

test('S-XS-01: names that are code are shown as text, wherever they stand', async () => {
  const watched = await company.open(
    `/t/${company.tenant.id}/people?search=${encodeURIComponent(names[0] ?? '')}`,
  );
  const { page } = watched;
  await page
    .getByText(names[0] ?? '')
    .first()
    .waitFor();
  for (const name of names.slice(0, 5)) {
    await page.goto(`${company.url}/t/${company.tenant.id}/people?search=${encodeURIComponent(name)}`);
    const row = page.getByRole('row').filter({ hasText: name }).first();
    await row.waitFor();
    await row.getByRole('gridcell').nth(1).click();
    await page.getByRole('dialog').getByRole('heading', { name }).waitFor();
    assert.equal(await page.evaluate('globalThis.pwned'), undefined);
  }
  for (const place of ['history', 'findings', 'balance', 'skus/SPE_E5?tab=holders']) {
    await page.goto(`${company.url}/t/${company.tenant.id}/${place}`);
    await page.getByRole('main').waitFor();
    assert.equal(await page.evaluate('globalThis.pwned'), undefined, place);
  }
  await watched.done();
});
