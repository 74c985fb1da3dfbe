import type { Json } from '../graph/answers.ts';
import { GraphError } from '../graph/errors.ts';
import type { Graph, GraphQuery } from '../graph/graph.ts';
import type { TokenSource } from '../graph/token.ts';
import type { Patience } from './patience.ts';

/** What a call gave: its answer, or that Microsoft Graph refuses it to this application. */
export type Probe =
  | { readonly granted: true; readonly answer: Json }
  | { readonly granted: false; readonly refusal: GraphError };

/** Makes a call only to see whether it is granted; any other failure is thrown. */
export async function probe(graph: Graph, query: GraphQuery): Promise<Probe> {
  try {
    return { granted: true, answer: await graph.object(query) };
  } catch (error) {
    if (!(error instanceof GraphError) || error.httpStatus !== 403) throw error;
    return { granted: false, refusal: error };
  }
}

/** The same, again while there is patience, each time with a new token: a token keeps the permissions of its making. */
export async function probePatiently(
  graph: Graph,
  query: GraphQuery,
  renewal: { readonly source: TokenSource; readonly patience: Patience; readonly step: string },
): Promise<Probe> {
  for (;;) {
    const result = await probe(graph, query);
    if (result.granted) return result;
    const message = `Microsoft Graph refuses ${query.path}; a consent given a moment ago takes up to two minutes to count.`;
    if (!(await renewal.patience.again({ step: renewal.step, code: 'B-CL-06', message }))) return result;
    await renewal.source({ fresh: true });
  }
}
