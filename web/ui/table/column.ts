import type { ReactNode } from 'react';

/** What a column shows, how it sorts, and what it means. */
export type Column<Row> = {
  readonly id: string;
  readonly label: string;
  readonly define?: Definition;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  /** Its least width in px, and its share of what is left over (0 unless given). */
  readonly width: number;
  readonly grow?: number;
  /** What it sorts by; `true` where the server sorts a paged source. */
  readonly sort?: ((row: Row) => string | number | null) | true;
  /** The cell of the totals row. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
  /** Shown only when someone chooses it. */
  readonly optional?: boolean;
  /** Where it stands in the card of a narrow screen: the figure at the end, or in the second line; left out unless given. */
  readonly card?: 'figure' | 'line';
};

/** What a column means, in words, as a formula, and by its name in Microsoft Graph. */
export type Definition = { readonly meaning: string; readonly formula?: string; readonly field?: string };

/** Rows under a heading that folds. */
export type Group<Row> = {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
  /** Closed until someone opens it. */
  readonly folded?: boolean;
  /** A remark beside the heading. */
  readonly note?: string;
};

/** Rows that come page by page; `at` gives undefined for what is still on its way. */
export type PagedRows<Row> = {
  readonly count: number;
  readonly at: (index: number) => Row | undefined;
  /** Asks for everything up to this row. */
  readonly need: (index: number) => void;
};

/** Where the rows of a table come from. */
export type Source<Row> =
  | { readonly type: 'rows'; readonly rows: readonly Row[] }
  | { readonly type: 'groups'; readonly groups: readonly Group<Row>[] }
  | { readonly type: 'paged'; readonly rows: PagedRows<Row> };
