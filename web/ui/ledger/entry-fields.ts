/** How what an entry names by an id is called, where that is known. */
export type EntryNames = {
  readonly product: (skuId: string) => string | undefined;
  readonly group: (groupId: string) => string | undefined;
};

/** The changed fields of an entry of the ledger. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a record; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  // The contract leaves open what an entry holds; a record of JSON has text as its keys.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The records of a list. */
export function itemsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** A text; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Whether a field says nothing. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
