import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildCatalogue, catalogueChanges, catalogueText } from '../../../scripts/products/catalogue.ts';
import { readMicrosoftList } from '../../../scripts/products/microsoft-list.ts';
import type { Catalogue } from './catalogue.ts';

const header =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names';
const [skuA, skuB, skuC] = [guid('aaaaaaaa'), guid('bbbbbbbb'), guid('cccccccc')];
const [planX, planY] = [guid('11111111'), guid('22222222')];

test('reads a plain list, one line for a product and a service plan', () => {
  const catalogue = build(header, `Product A,PART_A,${skuA},PLAN_X,${planX},Plan X`);
  assert.deepEqual(catalogue, {
    sourceDate: '2026-07-29',
    plans: [['11111111', planX, 'Plan X']],
    skus: [[skuA, 'PART_A', 'Product A', '11111111']],
  });
});

test('reads past every quirk that editions of the list have had', () => {
  const plain = build(
    header,
    `"Suite, ""best"" of A",PART_A,${skuA},PLAN_X,${planX},Plan X`,
    `"Suite, ""best"" of A",PART_A,${skuA},PLAN_Y,${planY},Plan Y`,
    `Product B,PART_B,${skuB},PLAN_X,${planX},Plan X`,
    `Product C,PART_A,${skuC},,,`,
  );
  const quirky = build(
    `\ufeff${header.replace('String_Id', 'String_ Id')}`,
    `Product B ,\u00a0PART_B\t,${skuB.toUpperCase()},PLAN_X,${planX},"Plan\u00a0 X"`,
    `"Suite, ""best"" of\r\nA", PART_A ,${skuA.toUpperCase()},PLAN_Y ,${planY.toUpperCase()},Plan \tY`,
    `"Suite, ""best"" of A",PART_A,${skuA},PLAN_X,${planX},Plan X`,
    `"Suite, ""best"" of A",PART_A,${skuA},PLAN_X,${planX},Plan X`,
    ',,,,,',
    `Product C,PART_A,${skuC},,,`,
    '',
  );
  assert.deepEqual(quirky, plain);
  assert.deepEqual(
    plain.skus.map((sku) => sku.slice(1)),
    [
      ['PART_A', 'Suite, "best" of A', '11111111 22222222'],
      ['PART_B', 'Product B', '11111111'],
      ['PART_A', 'Product C', ''],
    ],
  );
});

test('reads an older edition in Windows-1252', () => {
  const text = [header, `Field Service – Add-on,PART_A,${skuA},PLAN_X,${planX},Zusatzger\u00e4te`].join('\n');
  const bytes = Buffer.from(text.replace('–', '\u0096'), 'latin1');
  const catalogue = buildCatalogue(readMicrosoftList(bytes), '2026-07-29');
  assert.equal(catalogue.skus[0]?.[2], 'Field Service – Add-on');
  assert.equal(catalogue.plans[0]?.[2], 'Zusatzgeräte');
});

test('of several names the usual one wins, then the calm one, whatever the order of the lines', () => {
  const lines = [
    `New Name,PART_A,${skuA},PLAN_X,${planX},PLAN X`,
    `Old Name,PART_A,${skuA},PLAN_Y,${planY},Plan Y`,
    `Product B,PART_B,${skuB},PLAN_X,${planX},Plan X`,
    `Product B,PART_B,${skuB},PLAN_Y,${planY},PLAN WHY`,
    `Product C,PART_C,${skuC},PLAN_Y,${planY},PLAN WHY`,
  ];
  const catalogue = build(header, ...lines);
  assert.deepEqual(build(header, ...lines.toReversed()), catalogue);
  assert.equal(catalogue.skus[0]?.[2], 'New Name');
  assert.deepEqual(
    catalogue.plans.map((plan) => plan[2]),
    ['Plan X', 'PLAN WHY'],
  );
});

test('service plans whose ids start alike are kept apart', () => {
  const twin = planX.replace(/.$/, '9');
  const catalogue = build(header, `A,A,${skuA},P,${planX},Plan X`, `A,A,${skuA},P,${twin},Twin`);
  assert.deepEqual(
    catalogue.plans.map(([key]) => key),
    [planX, twin],
  );
  assert.equal(catalogue.skus[0]?.[3], `${planX} ${twin}`);
});

test('tells each fault by its line and column', () => {
  const bad = [header, `A,,${skuA},P,${planX},"Plan\nX"`, `A,A,nonsense,P,,Plan X`, `A,A,${skuA}`];
  assert.throws(() => build(...bad), {
    name: 'ListFault',
    message: [
      'Line 2, column String_Id: is empty.',
      'Line 4, column GUID: "nonsense" is not a GUID.',
      'Line 4, column Service_Plan_Id: "" is not a GUID.',
      'Line 5: 3 cells, but the header has 6.',
    ].join('\n'),
  });
  assert.throws(() => build('Product_Display_Name,GUID'), {
    message: /^Line 1: no column String_Id\.\nLine 1: no column/,
  });
  assert.throws(() => build(header, `A,A,${skuA},P,${planX},"Plan`), { message: /^Line 2: a quote / });
  assert.throws(() => build(header, `A,A"B",${skuA},P,${planX},Plan`), { message: /^Line 2: a quote / });
  assert.throws(() => build(header), { message: 'The list has no product.' });
  assert.throws(() => build(''), { message: /^Line 1: no column/ });
});

test('says what a refresh changed', () => {
  const before = build(header, `A,A,${skuA},P,${planX},Plan X`, `B,B,${skuB},P,${planX},Plan X`);
  const after = build(
    header,
    `A2,A,${skuA},P,${planX},Plan 10`,
    `A2,A,${skuA},P,${planY},Plan Y`,
    `C,C,${skuC},,,`,
  );
  assert.deepEqual(catalogueChanges(before, before), []);
  assert.deepEqual(catalogueChanges(before, after), [
    `gone: B (B, ${skuB})`,
    'renamed: A (A) is now A2 (A)',
    'other service plans: A2 (A)',
    `new: C (C, ${skuC})`,
    'service plan renamed: Plan X is now Plan 10',
  ]);
});

test('the catalogue in the source is whole and as this program writes it', () => {
  const text = readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8');
  const catalogue = JSON.parse(text) as Catalogue;
  assert.equal(catalogueText(catalogue), text);
  assert.ok(catalogue.skus.length > 600 && catalogue.plans.length > 750);
  const keys = new Set(catalogue.plans.map(([key]) => key));
  const used = catalogue.skus.flatMap((sku) => sku[3].split(' ')).filter((key) => key !== '');
  assert.deepEqual(
    used.filter((key) => !keys.has(key)),
    [],
  );
  assert.equal(catalogue.skus.find(([, , name]) => name === 'Microsoft 365 E7')?.[3].split(' ').length, 111);
});

function build(...lines: readonly string[]): Catalogue {
  return buildCatalogue(readMicrosoftList(Buffer.from(lines.join('\r\n'))), '2026-07-29');
}

function guid(start: string): string {
  return `${start}-0000-4000-8000-000000000000`;
}
