import type { ConnectContext, StepResult } from './step.ts';

/** What a person lets us wait for: secrets, consents and applications that were made a moment ago. */
export type Patience = {
  /** Says why, waits, and is true; false when there is no time left. */
  again(why: Pick<StepResult, 'step' | 'code' | 'message'>): Promise<boolean>;
  /** A sentence on waiting, with a space before it, where nobody asked for any. */
  readonly hint: string;
};

/** What is new is known everywhere within about two minutes, the sum of these waits. */
const waitSeconds = [15, 30, 45, 30];

/** Two minutes for all steps together, or none without `wait`: a refused credential is then tried once. */
export function createPatience(wait: boolean, context: Pick<ConnectContext, 'report' | 'wait'>): Patience {
  const left = wait ? [...waitSeconds] : [];
  return {
    hint: wait
      ? ''
      : ' What was made a moment ago takes up to two minutes to count: try again with waiting (--wait).',
    async again(why) {
      const seconds = left.shift();
      if (seconds === undefined) return false;
      context.report({ ...why, result: 'note', message: `${why.message} Trying again in ${seconds} s.` });
      await context.wait(seconds * 1000);
      return true;
    },
  };
}
