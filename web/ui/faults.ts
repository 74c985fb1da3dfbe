import { type RefObject, useEffect, useRef, useState } from 'react';

/** What is wrong with the fields of a form, by their names; a field that is right has none. */
export type Faults<Name extends string> = Readonly<Partial<Record<Name, string | null>>>;

/**
 * Holds what is wrong with a form. `tell` gives whether nothing is, and else moves the focus to the first field that
 * is wrong (put `form` on the form, and `faults.name ?? null` as the `validationMessage` of its `<Field>`); `forget`
 * takes the fault of a field away as soon as someone mends it.
 */
export function useFaults<Name extends string>(): {
  readonly faults: Faults<Name>;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly tell: (found: Faults<Name>) => boolean;
  readonly forget: (name: Name) => void;
} {
  const [{ faults, told }, set] = useState<{ readonly faults: Faults<Name>; readonly told: number }>({
    // Nothing is wrong to begin with, whatever the fields are called.
    faults: {} as Faults<Name>,
    told: 0,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [told]);
  return {
    faults,
    form,
    tell(found) {
      set((old) => ({ faults: found, told: old.told + 1 }));
      return Object.values(found).every((fault) => fault === null || fault === undefined);
    },
    forget: (name) => set((old) => ({ ...old, faults: { ...old.faults, [name]: null } })),
  };
}
