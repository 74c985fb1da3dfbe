import { dropHolds } from '../../store/drop-holds.ts';
import { lockForWriting } from '../../store/open.ts';
import type { OperationsContext } from './context.ts';
import { tenantNamed } from './find.ts';

/** Keeps the last state: what is held back is forgotten, and judged anew when it is read again. */
export async function dropHeld(context: OperationsContext, text: string): Promise<void> {
  lockForWriting(context.store);
  const { tenant } = await tenantNamed(context, text);
  await dropHolds(tenant.tenantId, context.store);
}
