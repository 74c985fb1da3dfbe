import { IdentityError } from '../../graph/errors.ts';
import type { Token, TokenSource } from '../../graph/token.ts';
import type { Patience } from '../patience.ts';
import { explainRefusal, type SignIn } from '../refusals.ts';
import { StepFailed, type ConnectContext } from '../step.ts';

/**
 * Asks for a token. Entra does not tell application from credential in calls of their own, so that one request
 * answers both steps: by its refusal, or by a token.
 * @throws StepFailed when Microsoft gives none.
 */
export async function signIn(
  who: SignIn,
  source: TokenSource,
  patience: Patience,
  context: Pick<ConnectContext, 'report'>,
): Promise<Token> {
  const applicationFound = () =>
    context.report({
      step: 'app',
      result: 'ok',
      message: `The application ${who.clientId} is known in the tenant.`,
    });
  for (;;) {
    try {
      const token = await source({ fresh: true });
      applicationFound();
      context.report({ step: 'credential', result: 'ok', message: `Microsoft accepts the ${named(who)}.` });
      return token;
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      const { fault, passes, ...refusal } = explainRefusal(error, who);
      if (passes && (await patience.again(notYet(refusal.step, who)))) continue;
      if (refusal.step === 'credential' && error.oauthError === 'invalid_client') applicationFound();
      const hint = passes && refusal.step === 'credential' ? patience.hint : '';
      throw new StepFailed(fault, [{ ...refusal, message: refusal.message + hint }]);
    }
  }
}

function named({ credential }: SignIn): string {
  return credential.kind === 'secret' ? 'client secret' : `certificate ${credential.subject}`;
}

function notYet(step: string, who: SignIn): { step: string; code: string; message: string } {
  return {
    step,
    code: 'B-CS-11',
    message: `Microsoft does not accept the ${step === 'app' ? 'application' : named(who)} yet; what was made a moment ago takes up to two minutes to be known everywhere.`,
  };
}
