import { doubtsAboutUsers } from '../domain/guard.ts';
import type { UserId } from '../domain/records.ts';
import { GraphError } from '../graph/errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Publication } from '../store/publish/publication.ts';
import type { Run } from '../store/runs.ts';
import { departedUsers } from '../store/settle.ts';
import type { Store } from '../store/open.ts';

/** How many who are not in the recycle bin are asked for one by one. */
const asked = 20;

/**
 * Believes that users are gone when they are in the recycle bin, or when Microsoft knows them no more. One who is still
 * there shows that the list was not whole, however whole it looked, and the users stay as they were.
 * Changes that the guard doubts anyway are left to it.
 */
export async function confirmDepartures(
  run: Run,
  store: Store,
  graph: Graph,
  users: Publication['users'],
  bin: Publication['deletedUsers'],
): Promise<Publication['users']> {
  if (users.state === 'kept' || users.value.removed === 0) return users;
  if (doubtsAboutUsers(users.value).length > 0) return users;
  const inBin = new Set(bin.state === 'read' ? bin.value.map((user) => user.id) : []);
  const missing = (await departedUsers(run, store)).filter((id) => !inBin.has(id));
  for (const id of missing.slice(0, asked)) {
    if (!(await exists(graph, id))) continue;
    const reason = `the list of users left out user ${id}, who is still there, so this read is not complete`;
    return { state: 'kept', reason };
  }
  return users;
}

async function exists(graph: Graph, id: UserId): Promise<boolean> {
  try {
    await graph.object({ path: `/users/${id}`, query: { $select: 'id' }, units: 1 });
    return true;
  } catch (error) {
    if (error instanceof GraphError && error.httpStatus === 404) return false;
    throw error;
  }
}
