import { visible } from '../../api/contract/visible.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { printJson } from '../output/json.ts';

/** Ends a token. */
export async function revokeToken({ argument, globals, terminal, operations }: Call): Promise<number> {
  const token = await (await operations()).revokeToken(argument);
  if (globals.output === 'json') await printJson(terminal.out, token);
  else await terminal.out.line(visible(`The token ${token.name} is revoked: it opens nothing any more.`));
  return exitCodes.done;
}
