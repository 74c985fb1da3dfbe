import { Refusal } from '../contract/refusal.ts';

/**
 * The name of an account or token, without the spaces around it.
 * @throws Refusal when it is empty, too long, or has signs that would mislead on a screen or in a shell.
 */
export function checkedName(text: string): string {
  const name = text.trim().normalize('NFC');
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@+'-]*$/u.test(name) && name.length <= 100) return name;
  throw new Refusal(
    'wrong-input',
    'A name has 1 to 100 characters, begins with a letter or a digit, and goes on with letters, digits, ' +
      "spaces and any of . _ - + @ '",
  );
}
