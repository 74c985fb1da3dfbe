import type { CollectAnswer, CollectRequest, Progress } from './contract/runs.ts';
import type { ConnectAnswer, ConnectRequest, StepResult, Tenant } from './contract/tenants.ts';
import { collect } from './operations/collect.ts';
import { connect } from './operations/connect.ts';
import type { OperationsContext } from './operations/context.ts';
import { dropHeld } from './operations/drop-held.ts';
import { asRefusal } from './operations/refusals.ts';
import { changeTenant, removeTenant } from './operations/tenants.ts';

/**
 * Everything that writes to the ledger. `serve` runs it on a thread of its own, so that people are answered while a
 * collection works; whoever calls has checked already that the caller may.
 */
export type Writer = {
  connect(request: ConnectRequest, report: (step: StepResult) => void): Promise<ConnectAnswer>;
  changeTenant(tenant: string, change: TenantChange): Promise<Tenant>;
  removeTenant(tenant: string): Promise<Tenant>;
  collect(request: CollectRequest, report: (progress: Progress) => void): Promise<readonly CollectAnswer[]>;
  /** Forgets what is held, so that the last state stays until a read is doubtful again. */
  dropHeld(tenant: string): Promise<void>;
};

/** What may be changed of a tenant. */
export type TenantChange = {
  readonly paused?: boolean | undefined;
  /** The name to show; null for Microsoft's. */
  readonly name?: string | null | undefined;
};

/** The writer of this thread. */
export function createWriter(context: OperationsContext): Writer {
  return {
    connect: (request, report) => refusing(connect(context, request, report)),
    changeTenant: (tenant, change) => refusing(changeTenant(context, tenant, change)),
    removeTenant: (tenant) => refusing(removeTenant(context, tenant)),
    collect: (request, report) => refusing(collect(context, request, report)),
    dropHeld: (tenant) => refusing(dropHeld(context, tenant)),
  };
}

async function refusing<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    throw asRefusal(error);
  }
}
