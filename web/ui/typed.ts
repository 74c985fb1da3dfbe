import { useCallback, useState } from 'react';

// In memory only: it outlives the page of a form, and neither the window nor a sign-out.
const kept = new Map<string, object>();

/** What is typed into a form: kept until it is sent or closed, so that having to sign in again loses nothing but secrets. */
export function useTyped<Typed extends object>(
  form: string,
  beginning: Typed,
  secrets: Partial<Typed> = {},
): readonly [typed: Typed, change: (some: Partial<Typed>) => void, forget: () => void] {
  const [typed, setTyped] = useState<Typed>(() => ({ ...beginning, ...kept.get(form), ...secrets }));
  const change = useCallback(
    (some: Partial<Typed>) =>
      setTyped((old) => {
        const next = { ...old, ...some };
        kept.set(form, next);
        return next;
      }),
    [form],
  );
  const forget = useCallback(() => void kept.delete(form), [form]);
  return [typed, change, forget];
}

/** Forgets what anybody has typed, for whoever signs in next. */
export function forgetTyped(): void {
  kept.clear();
}
