import { damage, Refusal as StoreRefusal } from '../../store/refusal.ts';
import { VaultRefusal } from '../../vault/refusal.ts';
import type { Operations } from '../contract/operations.ts';
import { Refusal } from '../contract/refusal.ts';
import { balance, resources } from './balance.ts';
import { collect } from './collect.ts';
import { connect } from './connect.ts';
import type { OperationsContext } from './context.ts';
import { doctor } from './doctor.ts';
import { entries } from './entries.ts';
import { explain } from './explain.ts';
import { user, users } from './people.ts';
import { runs } from './runs.ts';
import { pauseTenant, removeTenant, tenants } from './tenants.ts';
import { verify } from './verify.ts';

/** Every operation of the contract, over one store; the one place that turns the store's and the vault's no into a Refusal. */
export function createOperations(context: OperationsContext): Operations {
  return {
    connect: (request, report) => answer(connect(context, request, report)),
    tenants: () => answer(tenants(context)),
    removeTenant: (tenant) => answer(removeTenant(context, tenant)),
    pauseTenant: (tenant) => answer(pauseTenant(context, tenant, true)),
    resumeTenant: (tenant) => answer(pauseTenant(context, tenant, false)),
    collect: (request, report) => answer(collect(context, request, report)),
    balance: (request) => answer(balance(context, request)),
    explain: (request) => answer(explain(context, request)),
    resources: (tenant) => answer(resources(context, tenant)),
    users: (request) => stream(users(context, request)),
    user: (request) => answer(user(context, request)),
    entries: (request) => stream(entries(context, request)),
    runs: (request) => answer(runs(context, request)),
    verify: (request) => answer(verify(context, request)),
    doctor: () => answer(doctor(context)),
  };
}

/** An error of a room below as the caller's refusal; what is no expected no stays as it is. */
export function asRefusal(error: unknown): unknown {
  const refusal = damage(error) ?? error;
  if (refusal instanceof StoreRefusal || refusal instanceof VaultRefusal) {
    return new Refusal('store', refusal.message, { cause: refusal });
  }
  return error;
}

async function answer<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    throw asRefusal(error);
  }
}

async function* stream<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw asRefusal(error);
  }
}
