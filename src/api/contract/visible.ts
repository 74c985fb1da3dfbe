/* oxlint-disable no-control-regex -- control characters are what this file is about */

const controls = /[\u0000-\u001f\u007f]/g;
// C1 controls, line and paragraph separators, bidirectional embeddings, overrides and isolates, lone surrogates.
const unseen = /[\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
const suspicious = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;
const controlsInCells = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const unseenInJson = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A text of somebody else's that a terminal may show: control characters become their pictures (`␛`), what would
 * turn the reading direction or break the line becomes `�`.
 */
export function visible(text: string): string {
  return suspicious.test(text) ? text.replace(controls, picture).replace(unseen, '\ufffd') : text;
}

/** The same for a CSV cell, where tabs and line ends are data. */
export function visibleInCell(text: string): string {
  return suspicious.test(text) ? text.replace(controlsInCells, picture).replace(unseen, '\ufffd') : text;
}

/** JSON text with such characters as `\uXXXX`: the same value, harmless on a terminal. */
export function visibleInJson(json: string): string {
  return json.replace(unseenInJson, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Unicode has a picture for each: U+2400 and on, and U+2421 for DEL.
function picture(control: string): string {
  const code = control.charCodeAt(0);
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}
