import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOf, loadProducts } from './products.ts';
import { freeProducts } from './products/free.ts';
import { neverAssignedProducts } from './products/never-assigned.ts';
import type { SkuId } from './records.ts';

const products = await loadProducts();
const e3 = '05e9a617-0261-4cee-bb44-138d3ef5d965' as SkuId;
const flowFree = 'f30db892-07e9-47e9-837c-80727f46fd3d' as SkuId;
const intuneDevice = '2b317a4a-77a6-4188-9437-b68a77b4e2c6' as SkuId;
const unheardOf = '99999999-9999-4999-8999-999999999999' as SkuId;
const entraAndIntune = [
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  'C1EC4A95-1F05-45B3-A911-AA3FA01094F5',
  '6c57d4b6-3b23-47a5-9bc9-69f17b4947b3',
  'bea4c11e-220a-4e6d-8eb8-8ea15d019f90',
  '8a256a2b-b617-496d-b51b-e76466e88db0',
  'adallom-new-plan',
];

test('a known product has its name in the list and the part number of the tenant', () => {
  assert.deepEqual(products.product({ id: e3, partNumber: 'SPE_E3', servicePlans: [] }), {
    name: 'Microsoft 365 E3',
    partNumber: 'SPE_E3',
    known: true,
  });
  assert.equal(products.product({ id: e3, partNumber: 'RENAMED', servicePlans: [] }).partNumber, 'RENAMED');
  assert.equal(products.product({ id: e3, partNumber: null, servicePlans: [] }).partNumber, 'SPE_E3');
});

test('an unknown product is shown by part number, else by what it resembles, and never by its id', () => {
  const servicePlans = entraAndIntune.map((id) => ({ id }));
  assert.deepEqual(products.product({ id: unheardOf, partNumber: 'NEW_THING', servicePlans }), {
    name: 'NEW_THING',
    partNumber: 'NEW_THING',
    known: false,
  });
  const nameless = products.product({ id: unheardOf, partNumber: null, servicePlans });
  assert.deepEqual(nameless, {
    name: 'Unknown product (resembles Enterprise Mobility + Security E3)',
    partNumber: null,
    known: false,
  });
  assert.equal(
    products.product({ id: unheardOf, partNumber: null, servicePlans: [] }).name,
    'Unknown product',
  );
});

test('a product resembles the one that shares most of its service plans, or none', () => {
  assert.equal(products.resembles(entraAndIntune), 'Enterprise Mobility + Security E3');
  assert.equal(products.resembles(entraAndIntune.slice(0, 2)), null);
  assert.equal(products.resembles(['no', 'plan', 'we', 'know']), null);
  assert.equal(products.resembles([]), null);
});

test('service plans have names for people, in any letter case of the id', () => {
  assert.equal(products.planName('EFB87545-963C-4E0D-99DF-69C6916D9EB0'), 'Exchange Online (Plan 2)');
  assert.equal(products.planName(unheardOf), null);
});

test('products are found by part number or id in any letter case, and a part number may name two', () => {
  assert.deepEqual(products.find('spe_e3'), [e3]);
  assert.deepEqual(products.find(e3.toUpperCase()), [e3]);
  assert.equal(products.find('MCOPSTN5').length, 2);
  assert.deepEqual(products.find('Microsoft 365'), []);
});

test('the tables of free and never assigned products name what the list names, and no product twice', () => {
  for (const [id, partNumber] of [...freeProducts, ...neverAssignedProducts]) {
    const { known, partNumber: listed } = products.product({
      id: id as SkuId,
      partNumber: null,
      servicePlans: [],
    });
    assert.deepEqual({ id, known, listed }, { id, known: true, listed: partNumber });
  }
  assert.deepEqual(
    [...freeProducts.keys()].filter((id) => neverAssignedProducts.has(id)),
    [],
  );
});

test('the class of a SKU is the first that fits', () => {
  const trial = [{ isTrial: true, status: 'Enabled' }];
  const company = 'Company';
  assert.equal(classOf({ id: flowFree, appliesTo: company }, trial, false), 'company');
  assert.equal(classOf({ id: flowFree, appliesTo: null }, trial, false), 'no-subscription');
  assert.equal(classOf({ id: flowFree, appliesTo: 'User' }, trial, true), 'trial');
  assert.equal(classOf({ id: flowFree, appliesTo: 'User' }, [], true), 'free');
  assert.equal(classOf({ id: intuneDevice, appliesTo: 'User' }, [], true), 'unassigned');
  assert.equal(classOf({ id: e3, appliesTo: 'User' }, [], true), 'paid');
  assert.equal(classOf({ id: unheardOf, appliesTo: null }, [], true), 'paid');
});

test('a SKU is a trial when every subscription of it is, not counting deleted ones beside others', () => {
  const user = { id: e3, appliesTo: 'User' };
  const [trial, paid] = [
    { isTrial: true, status: 'Enabled' },
    { isTrial: false, status: 'Suspended' },
  ];
  assert.equal(classOf(user, [trial, trial], true), 'trial');
  assert.equal(classOf(user, [trial, paid], true), 'paid');
  assert.equal(classOf(user, [trial, { isTrial: null, status: null }], true), 'paid');
  assert.equal(classOf(user, [trial, { isTrial: false, status: 'deleted' }], true), 'trial');
  assert.equal(classOf(user, [paid, { isTrial: true, status: 'Deleted' }], true), 'paid');
  assert.equal(classOf(user, [{ isTrial: true, status: 'Deleted' }], true), 'trial');
});
