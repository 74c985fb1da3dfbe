import type { ResourceName } from '../domain/records.ts';
import type { GraphQuery } from '../graph/graph.ts';

/** A list that a run reads: the question to Graph, and how one row of the answer becomes a record. */
export type ListResource<Thing> = {
  readonly name: ResourceName;
  readonly query: GraphQuery;
  readonly idKind: 'guid' | 'text';
  /** The record of a row, or null for one that lacks what the record cannot be without: the list is then not complete. */
  readonly parse: (row: Readonly<Record<string, unknown>>) => Thing | null;
};
