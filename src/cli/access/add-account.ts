import type { AddAccountRequest } from '../../api/contract/access.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import { visible } from '../../api/contract/visible.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { printJson } from '../output/json.ts';
import { newPassword } from './password.ts';
import { scopeWords } from './scope-words.ts';
import { tenantsGiven } from './tenants-option.ts';

/** Adds an account. */
export async function addAccount(call: Call): Promise<number> {
  const { argument: name, globals, terminal } = call;
  const role = roleGiven(call);
  const request = { name, role, ...tenantsGiven(call), password: await newPassword(call) };
  const operations = await call.operations();
  const account = await operations.addAccount(request);
  if (globals.output === 'json') await printJson(terminal.out, account);
  else {
    const words = (await scopeWords(operations, [account.tenants]))(account.tenants);
    await terminal.out.line(visible(`${account.name} may sign in as ${account.role}; tenants: ${words}.`));
  }
  return exitCodes.done;
}

function roleGiven(call: Call): AddAccountRequest['role'] {
  const { role } = texts(call, 'role');
  // The options take no other.
  if (role !== undefined) return role as AddAccountRequest['role'];
  throw new Refusal(
    'wrong-input',
    'Missing: --role. owner may do everything, admin all but access, viewer reads.',
  );
}
