import type { CreateTokenRequest } from '../../api/contract/access.ts';
import { visible } from '../../api/contract/visible.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts, wholeNumber } from '../options.ts';
import { printJson } from '../output/json.ts';
import { date } from '../output/moments.ts';
import { scopeWords } from './scope-words.ts';
import { tenantsGiven } from './tenants-option.ts';

const mostDays = 3650;

/** Makes a token and prints it, alone on stdout, so that it can go straight to where it is used. */
export async function createToken(call: Call): Promise<number> {
  const { argument: name, globals, terminal } = call;
  const { role } = texts(call, 'role');
  const expires = wholeNumber(call, 'expires', 1, mostDays);
  const operations = await call.operations();
  const created = await operations.createToken({
    name,
    // The options take no other.
    ...(role === undefined ? {} : { role: role as NonNullable<CreateTokenRequest['role']> }),
    ...tenantsGiven(call),
    ...(expires === undefined ? {} : { expires }),
  });
  const { token, secret } = created;
  const tenants = (await scopeWords(operations, [token.tenants]))(token.tenants);
  const end = token.expiresAt === null ? 'without end' : `until ${date(token.expiresAt)}`;
  terminal.say(visible(`${token.name} may call as ${token.role}, tenants: ${tenants}, ${end}.`));
  terminal.say('The token is shown this once and kept nowhere. Send it as Authorization: Bearer.');
  if (globals.output === 'json') await printJson(terminal.out, created);
  else await terminal.out.line(secret);
  return exitCodes.done;
}
