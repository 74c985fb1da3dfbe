/** The text as both engines can keep it: U+0000 and lone surrogates, which PostgreSQL refuses, become U+FFFD. */
export function keepable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
}
