import { Refusal } from '../../api/contract/refusal.ts';
import { visible } from '../../api/contract/visible.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { given } from '../options.ts';
import { ask } from '../output/ask.ts';
import { printJson } from '../output/json.ts';

/** Removes an account after a yes, on the terminal or by `--yes`. */
export async function removeAccount(call: Call): Promise<number> {
  const { argument: name, globals, terminal } = call;
  if (!given(call, 'yes') && !(await agreed(call, name))) {
    terminal.warn('Nothing was removed.');
    return exitCodes.done;
  }
  const operations = await call.operations();
  const account = await operations.removeAccount(name);
  if (globals.output === 'json') await printJson(terminal.out, account);
  else await terminal.out.line(visible(`${account.name} is removed, with its sessions and tokens.`));
  return exitCodes.done;
}

async function agreed({ context, terminal }: Call, name: string): Promise<boolean> {
  if (!terminal.canAsk) {
    throw new Refusal(
      'wrong-input',
      'Removing an account ends its sessions and tokens. Add --yes to do it without being asked.',
    );
  }
  const message = `Remove ${visible(name)}, with its sessions and tokens?`;
  return ask<boolean>(context, ({ confirm }, streams) =>
    confirm({ ...streams, message, initialValue: false }),
  );
}
