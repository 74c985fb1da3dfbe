/** One thing to say about what was typed, with the name of the case. */
export type Remark = { readonly code: string; readonly message: string };

/** What a field turned out to hold, or why it cannot be used. */
export type Field<Value> =
  | { readonly ok: true; readonly value: Value; readonly notes: readonly Remark[] }
  | { readonly ok: false; readonly problem: Remark };

/** A field that can be used. */
export function accept<Value>(value: Value, notes: readonly Remark[] = []): Field<Value> {
  return { ok: true, value, notes };
}

/** A field that cannot be used, and why. */
export function reject(code: string, message: string): Field<never> {
  return { ok: false, problem: { code, message } };
}
