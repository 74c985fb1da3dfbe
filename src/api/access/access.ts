import { createAccounts, type Accounts } from './accounts.ts';
import { createClaim, type Claim } from './claim.ts';
import type { AccessContext } from './context.ts';
import { createMarker } from './marker.ts';
import { createPasswords } from './passwords.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** Who may call: accounts, their sessions, tokens, and the first run. */
export type Access = Accounts & Sessions & SignIn & Tokens & Claim;

/** Everything about who may call, over one store; it decides who someone is, and routes decide what that one may. */
export function createAccess(context: AccessContext): Access {
  const passwords = createPasswords(context.random, context.passwordCost);
  const marker = createMarker(context.dataDir);
  const { begin, ...sessions } = createSessions(context);
  return {
    ...createAccounts(context, passwords, marker),
    ...sessions,
    ...createSignIn(context, passwords, begin),
    ...createTokens(context),
    ...createClaim(context, passwords, marker, begin),
  };
}
