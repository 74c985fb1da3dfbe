/** How products and groups are called. */
export type EntryNames = {
  readonly product: (skuId: string) => string;
  readonly group: (groupId: string) => string | undefined;
};

/** The changed fields of an entry of the ledger. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a record; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  // The contract leaves open what an entry holds; a record of JSON has text as its keys.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The records of a list. */
export function itemsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** A text; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
