/** A reason as a sentence of its own: reasons come without capital and full stop, because several are joined. */
export function sentence(reason: string): string {
  if (reason === '') return '';
  const text = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
