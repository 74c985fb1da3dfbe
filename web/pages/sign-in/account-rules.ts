import type { Words } from '../../words/words.tsx';

/** How long a password has to be, as the server counts it. */
const leastCharacters = 12;

/** What is wrong with the name of an account, or null; the server has the last word. */
export function nameFault(name: string, t: Words['t']): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return t('entrance.nameMissing');
  const fits = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@+'-]*$/u.test(trimmed) && trimmed.length <= 100;
  return fits ? null : t('entrance.nameRule');
}

/** What is wrong with a new password, or null. */
export function passwordFault(password: string, t: Words['t']): string | null {
  const count = [...password].length;
  return count < leastCharacters ? t('entrance.passwordShort', { count }) : null;
}
