import { useMemo } from 'react';
import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import { useApi } from '../../api.ts';

/** The products of a tenant; undefined until they are known. */
export function useProducts(tenantId: string): readonly BalanceLine[] | undefined {
  return useApi<Page<BalanceLine>>(`/tenants/${tenantId}/balance`).data?.items;
}

/** The product that an address names by id or part number. */
export function productNamed(
  products: readonly BalanceLine[] | undefined,
  named: string | undefined,
): BalanceLine | undefined {
  const wanted = named?.toLowerCase();
  if (wanted === undefined) return undefined;
  return products?.find((line) => line.skuId === wanted || line.skuPartNumber?.toLowerCase() === wanted);
}

/** A function that names a product by its id: an ellipsis until the names are there, the id where there is none. */
export function useProductName(tenantId: string): (skuId: string) => string {
  const products = useProducts(tenantId);
  return useMemo(() => {
    const names = new Map(products?.map(({ skuId, productName }) => [skuId, productName]));
    return (skuId) => names.get(skuId) ?? (products === undefined ? '…' : skuId);
  }, [products]);
}
