import type { Catalogue, CataloguePlan, CatalogueSku } from '../../src/domain/products/catalogue.ts';
import type { ListRow } from './microsoft-list.ts';

const keyLength = 8;

/** The catalogue that the rows of Microsoft's list amount to, the same whatever their order. */
export function buildCatalogue(rows: readonly ListRow[], sourceDate: string): Catalogue {
  const planNames = new Map<string, string[]>();
  const skus = new Map<string, ListRow[]>();
  for (const row of rows) {
    listAt(skus, row.skuId).push(row);
    if (row.plan) listAt(planNames, row.plan.id).push(row.plan.name);
  }
  const planIds = [...planNames.keys()].sort();
  const keyOf = shortKeys(planIds);
  const plan = (id: string): CataloguePlan => [keyOf(id), id, usualText(listAt(planNames, id))];
  const sku = ([id, its]: [string, ListRow[]]): CatalogueSku => [
    id,
    usualText(its.map((row) => row.partNumber)),
    usualText(its.map((row) => row.productName)),
    [...new Set(its.flatMap((row) => (row.plan ? [keyOf(row.plan.id)] : [])))].sort().join(' '),
  ];
  return {
    sourceDate,
    plans: planIds.map(plan),
    skus: [...skus].sort(([a], [b]) => (a < b ? -1 : 1)).map(sku),
  };
}

/** The catalogue as JSON with a line for each plan and product, so that a refresh reads well as a difference. */
export function catalogueText(catalogue: Catalogue): string {
  const lines = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  return `{
  "sourceDate": ${JSON.stringify(catalogue.sourceDate)},
  "plans": [\n${lines(catalogue.plans)}\n  ],
  "skus": [\n${lines(catalogue.skus)}\n  ]
}\n`;
}

/** What is new, gone, renamed or made of other plans, a sentence each; none when nothing changed. */
export function catalogueChanges(before: Catalogue, after: Catalogue): readonly string[] {
  const [old, now] = [byId(before), byId(after)];
  const planNames = new Map(before.plans.map(([, id, name]) => [id, name]));
  const changes: string[] = [];
  for (const [id, [, part, name]] of old) if (!now.has(id)) changes.push(`gone: ${name} (${part}, ${id})`);
  for (const [id, [, part, name, plans]] of now) {
    const was = old.get(id);
    if (!was) changes.push(`new: ${name} (${part}, ${id})`);
    else if (was[1] !== part || was[2] !== name)
      changes.push(`renamed: ${was[2]} (${was[1]}) is now ${name} (${part})`);
    if (was && was[3] !== plans) changes.push(`other service plans: ${name} (${part})`);
  }
  for (const [, id, name] of after.plans) {
    const was = planNames.get(id);
    if (was !== undefined && was !== name) changes.push(`service plan renamed: ${was} is now ${name}`);
  }
  return changes;
}

/**
 * The text that stands there most often. Of equals the one not all in capitals, then the first in code point order:
 * three products and 160 plans have several names, most of them a rebranding or a cry.
 */
function usualText(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const cries = (text: string) => Number(text === text.toUpperCase());
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || cries(a) - cries(b) || (a < b ? -1 : 1),
  );
  return first?.[0] ?? '';
}

/** The start of each id where it tells it from all others, else the whole id. */
function shortKeys(ids: readonly string[]): (id: string) => string {
  const counts = new Map<string, number>();
  const start = (id: string) => id.slice(0, keyLength);
  for (const id of ids) counts.set(start(id), (counts.get(start(id)) ?? 0) + 1);
  return (id) => (counts.get(start(id)) === 1 ? start(id) : id);
}

function listAt<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function byId(catalogue: Catalogue): ReadonlyMap<string, CatalogueSku> {
  return new Map(catalogue.skus.map((sku) => [sku[0], sku]));
}
