import { Type } from 'typebox';

/** A date (its end, UTC) or an instant to look back to; now without it. */
export const At = Type.Object({ at: Type.Optional(Type.String()) });

/** A range of dates or instants, both inclusive. */
export const FromTo = Type.Object({ from: Type.Optional(Type.String()), to: Type.Optional(Type.String()) });
