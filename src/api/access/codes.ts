import { fingerprint } from './fingerprint.ts';

/** Codes that open something for a short time; kept in memory, as fingerprints. */
export type Codes = {
  /** A new code that stands for this subject. */
  issue(subject: string): string;
  /** What a live code stands for, or null; the fifth wrong one ends all. */
  subjectOf(code: string): string | null;
  /** Ends a code. */
  end(code: string): void;
  /** Whether any code is live. */
  live(): boolean;
};

const codeBytes = 16;
const lifeMs = 30 * 60 * 1000;
const mostWrong = 5;

/** Codes of 128 bits that live for half an hour. */
export function createCodes(now: () => Date, random: (bytes: number) => Buffer): Codes {
  const codes = new Map<string, { readonly subject: string; readonly endsAt: number }>();
  let wrong = 0;
  const removeDead = () => {
    for (const [key, { endsAt }] of codes) if (endsAt <= now().getTime()) codes.delete(key);
  };
  return {
    issue(subject) {
      const code = random(codeBytes).toString('hex');
      if (codes.size === 0) wrong = 0;
      codes.set(fingerprint(code), { subject, endsAt: now().getTime() + lifeMs });
      return code;
    },
    subjectOf(code) {
      removeDead();
      const found = codes.get(fingerprint(code.trim()));
      if (found) return found.subject;
      wrong += 1;
      if (wrong >= mostWrong) codes.clear();
      return null;
    },
    end: (code) => void codes.delete(fingerprint(code.trim())),
    live() {
      removeDead();
      return codes.size > 0;
    },
  };
}
