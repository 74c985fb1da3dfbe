import { accountNamed } from '../../store/access/accounts.ts';
import { nameKey } from '../../store/access/names.ts';
import { Refusal } from '../contract/refusal.ts';
import { createBudget } from './budget.ts';
import { createCodes } from './codes.ts';
import type { AccessContext } from './context.ts';
import { refuseLong, type Passwords } from './passwords.ts';
import type { Begin, Origin, SignedIn } from './sessions.ts';

/** The ways in for people. */
export type SignIn = {
  /**
   * Signs in with name and password.
   * @throws Refusal `not-signed-in`, the same for a wrong name and a wrong password; `too-many` with a time to wait.
   */
  signIn(attempt: Origin & { readonly name: string; readonly password: string }): Promise<SignedIn>;
  /** A code that signs in once as that account, within half an hour and while this process runs. */
  oneTimeCode(account: string): string;
  /** @throws Refusal `not-signed-in` for a code that is wrong, used or over. */
  redeem(code: string, origin: Origin): Promise<SignedIn>;
};

/** Signing in, with budgets for those who guess. */
export function createSignIn(context: AccessContext, passwords: Passwords, begin: Begin): SignIn {
  const { store, now, random } = context;
  const budget = createBudget(now, context.onManyFailures);
  const codes = createCodes(now, random);
  return {
    async signIn({ name, password, ...origin }) {
      refuseLong(password);
      const account = await accountNamed(store, name);
      const known = account?.knownAddresses.includes(origin.address) ?? false;
      const taken = budget.take({ account: nameKey(name), address: origin.address, known });
      // Two at a time check a password: whoever finds no place has not guessed, and is not counted.
      const right = await passwords.matches(password, account?.passwordHash ?? null).catch((error) => {
        taken.giveBack();
        throw error;
      });
      const signedIn = account && right && (await begin(account.name, origin, account.passwordHash));
      if (!signedIn) throw new Refusal('not-signed-in', 'The name or the password is wrong.');
      taken.giveBack();
      return signedIn;
    },
    oneTimeCode: codes.issue,
    async redeem(code, origin) {
      const account = codes.subjectOf(code);
      codes.end(code);
      const signedIn = account === null ? null : await begin(account, origin, null);
      if (signedIn) return signedIn;
      throw new Refusal(
        'not-signed-in',
        'This link does not open anything: it works once, within 30 minutes. Start again for a new one.',
      );
    },
  };
}
