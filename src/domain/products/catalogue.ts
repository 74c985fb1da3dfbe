/** What Microsoft calls its products and service plans, as kept in `catalogue.json`. */
export type Catalogue = {
  /** Day of Microsoft's list that it was made from, such as `2026-07-29`. */
  readonly sourceDate: string;
  /** By id. */
  readonly plans: readonly CataloguePlan[];
  /** By id. */
  readonly skus: readonly CatalogueSku[];
};

/** Short key (the start of the id), id, name. */
export type CataloguePlan = readonly [key: string, id: string, name: string];

/** Id, part number, product name, keys of its service plans with blanks between them. */
export type CatalogueSku = readonly [id: string, partNumber: string, productName: string, planKeys: string];
