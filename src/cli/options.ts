import { Refusal } from '../api/contract/refusal.ts';
import type { Call } from './definition.ts';

/** The options of these names that were given a text; the others are absent. */
export function texts<Name extends string>(
  call: Pick<Call, 'values'>,
  ...names: readonly Name[]
): { readonly [N in Name]?: string } {
  const found: { [N in Name]?: string } = {};
  for (const name of names) {
    const value = call.values[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

/** Whether a switch was given. */
export function given(call: Pick<Call, 'values'>, name: string): boolean {
  return call.values[name] === true;
}

/**
 * The whole number of an option, or undefined when it was not given.
 * Throws a `Refusal` that names the option when it is no whole number between `least` and `most`.
 */
export function wholeNumber(
  call: Pick<Call, 'values'>,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const value = texts(call, name)[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new Refusal(
    'wrong-input',
    `--${name} is "${value}", expected a whole number from ${least} to ${most}.`,
  );
}
