import type { SkuId } from '../../domain/records.ts';
import { partNumbersOf, skusOf, type Generation } from '../../store/read-balance.ts';
import type { OperationsContext } from './context.ts';

/** What a SKU is called: its part number where it has one, and a name for people. */
export type ProductName = { readonly skuPartNumber: string | null; readonly productName: string };

/** The names of the SKUs of a generation, and of those that it does not list. */
export async function productNames(
  { store, products: load }: Pick<OperationsContext, 'store' | 'products'>,
  generation: Generation,
): Promise<(skuId: SkuId) => ProductName> {
  const products = await load();
  const partNumbers = await partNumbersOf(generation, store);
  const nameless = [...partNumbers].some(
    ([id, partNumber]) => !partNumber && !products.product({ id, partNumber, servicePlans: [] }).known,
  );
  // Service plans are large, and only what has no name is known by them.
  const skus = nameless ? await skusOf(generation, store) : null;
  const names = new Map<SkuId, ProductName>();
  return (skuId) => {
    const known = names.get(skuId);
    if (known) return known;
    const partNumber = partNumbers.get(skuId) ?? null;
    const servicePlans = skus?.get(skuId)?.servicePlans ?? [];
    const product = products.product({ id: skuId, partNumber, servicePlans });
    const name = { skuPartNumber: product.partNumber, productName: product.name };
    names.set(skuId, name);
    return name;
  };
}
