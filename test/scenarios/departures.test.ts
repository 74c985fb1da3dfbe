import assert from 'node:assert/strict';
import { rows } from '../../src/simulator/fault-parts.ts';
import { onBothEngines, type World } from './world.ts';

const bin = '/directory/deletedItems/microsoft.graph.user';

/** A list of Microsoft's without one of its rows. */
function leftOut(path: string, id: string) {
  return rows(path, (all) => all.filter((row) => row['id'] !== id));
}

async function idsOf(world: World): Promise<readonly string[]> {
  return (await Array.fromAsync(world.operations.users({}))).map((person) => person.id);
}

function someone(world: World): string {
  return String(world.tenant.user(7)?.['id']);
}

onBothEngines('F-PG-11: one whom paging skipped is asked for, found, and not removed', async (world) => {
  await world.collect();
  const before = await idsOf(world);
  const undo = world.simulator.intercept(leftOut('/users', someone(world)));
  const answer = await world.collect();
  assert.equal(answer.outcome, 'partial');
  assert.match(answer.reason ?? '', /left out user .*still there/);
  assert.deepEqual(await idsOf(world), before);
  undo();
  assert.equal((await world.collect()).entries, 0);
});

onBothEngines('one who is in the recycle bin is gone without another question', async (world) => {
  await world.collect();
  const id = someone(world);
  world.tenant.change.removeUser(id);
  const answer = await world.collect();
  assert.equal(answer.users.removed, 1);
  assert.ok(!(await idsOf(world)).includes(id));
  assert.ok(!world.simulator.requests().some((request) => request.path.includes(id)));
});

onBothEngines('one whom neither list nor bin nor Microsoft knows is gone', async (world) => {
  await world.collect();
  const id = someone(world);
  world.tenant.change.removeUser(id);
  world.simulator.intercept(leftOut(bin, id));
  const answer = await world.collect();
  assert.equal(answer.outcome, 'published', answer.reason ?? '');
  assert.equal(answer.users.removed, 1);
});
