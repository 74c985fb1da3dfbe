import { Refusal } from '../../api/contract/refusal.ts';
import type { Tenant } from '../../api/contract/tenants.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { given } from '../options.ts';
import { ask } from '../output/ask.ts';
import { printJson } from '../output/json.ts';
import { visible } from '../../api/contract/visible.ts';
import { count } from '../output/words.ts';

/** Stops collecting from a tenant. */
export async function pauseTenant(call: Call): Promise<number> {
  const operations = await call.operations();
  const tenant = await operations.pauseTenant(call.argument);
  return tell(call, tenant, `${tenant.name} is paused: it is not collected from until it is resumed.`);
}

/** Collects from a paused tenant again. */
export async function resumeTenant(call: Call): Promise<number> {
  const operations = await call.operations();
  const tenant = await operations.resumeTenant(call.argument);
  return tell(call, tenant, `${tenant.name} is collected from again.`);
}

/** Removes a tenant after a yes, on the terminal or by `--yes`. */
export async function removeTenant(call: Call): Promise<number> {
  const operations = await call.operations();
  if (!given(call, 'yes')) {
    if (!call.terminal.canAsk) {
      throw new Refusal(
        'wrong-input',
        'Removing a tenant deletes its ledger. Add --yes to do it without being asked.',
      );
    }
    const tenant = find(await operations.tenants(), call.argument);
    const name = tenant === undefined ? call.argument : described(tenant);
    const message = `Remove ${visible(name)} and its whole ledger?`;
    const agreed = await ask(call.context, ({ confirm }, streams) =>
      confirm({ ...streams, message, initialValue: false }),
    );
    if (!agreed) {
      call.terminal.warn('Nothing was removed.');
      return exitCodes.done;
    }
  }
  const tenant = await operations.removeTenant(call.argument);
  return tell(call, tenant, `${described(tenant)} is removed with all that was collected from it.`);
}

async function tell({ globals, terminal }: Call, tenant: Tenant, words: string): Promise<number> {
  if (globals.output === 'json') await printJson(terminal.out, tenant);
  else await terminal.out.line(visible(words));
  return exitCodes.done;
}

function find(tenants: readonly Tenant[], wanted: string): Tenant | undefined {
  const text = wanted.toLowerCase();
  return tenants.find((one) => [one.id, one.domain, one.name].some((name) => name?.toLowerCase() === text));
}

function described({ name, domain, users }: Tenant): string {
  const known = [
    ...(domain === null || domain === name ? [] : [domain]),
    ...(users === null ? [] : [count(users, 'person', 'people')]),
  ];
  return known.length === 0 ? name : `${name} (${known.join(', ')})`;
}
