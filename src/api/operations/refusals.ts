import { damage, Refusal as StoreRefusal } from '../../store/refusal.ts';
import { VaultRefusal } from '../../vault/refusal.ts';
import { Refusal } from '../contract/refusal.ts';

/** An error of a room below as the caller's refusal; what is no expected no stays as it is. */
export function asRefusal(error: unknown): unknown {
  const refusal = damage(error) ?? error;
  if (refusal instanceof StoreRefusal || refusal instanceof VaultRefusal) {
    return new Refusal('store', refusal.message, { cause: refusal });
  }
  return error;
}
