import { DatabaseSync } from 'node:sqlite';
import type { SimulatedTenant, Simulator } from '../../src/simulator/simulator.ts';
import { createWorkplace, type Workplace } from '../process.ts';

/** Milliseconds of a collection that is left alone: from start to end, and from Microsoft's last answer to the end. */
export type Lengths = { readonly whole: number; readonly publish: number };

/** What was seen of a collection when it was killed; `struck` is false for one that had ended by then. */
export type Blow = {
  readonly struck: boolean;
  readonly lastAnswerSent: boolean;
  readonly inTransaction: boolean;
};

/** Measures the collection of an ordinary day, in a place of its own. */
export async function measure(
  simulator: Simulator,
  tenant: SimulatedTenant,
  liveOneDay: () => void,
  engine?: 'sqlite' | 'postgres',
): Promise<Lengths> {
  await using place = await createWorkplace(engine);
  await place.start(place.connecting(simulator, tenant)).done();
  await place.start(['collect']).done();
  liveOneDay();
  let answeredAt = 0;
  const forget = onLastAnswer(simulator, () => (answeredAt = performance.now()));
  const startedAt = performance.now();
  await place.start(['collect']).done();
  const endedAt = performance.now();
  forget();
  return { whole: endedAt - startedAt, publish: endedAt - answeredAt };
}

/** Starts a collection and kills it: anywhere in its run or, more often, soon after the last answer, when it publishes. */
export async function strike(
  simulator: Simulator,
  place: Workplace,
  { whole, publish }: Lengths,
  random: () => number,
): Promise<Blow> {
  const isLate = random() < 0.6;
  // The square, because the transaction begins at once and the end of the process takes longer than it.
  const waitMs = isLate ? publish * random() ** 2 : whole * random();
  let [lastAnswerSent, inTransaction] = [false, false];
  const collection = place.start(['collect', '--quiet']);
  const kill = () => {
    inTransaction = isWriting(place);
    collection.kill('SIGKILL');
  };
  let timer = isLate ? undefined : setTimeout(kill, waitMs);
  const forget = onLastAnswer(simulator, () => {
    lastAnswerSent = true;
    if (isLate) timer = setTimeout(kill, waitMs);
  });
  const { code, stderr } = await collection.ended;
  clearTimeout(timer);
  forget();
  if (code !== null && code !== 0) throw new Error(`the collection ended with ${code}: ${stderr}`);
  return { struck: code === null, lastAnswerSent, inTransaction };
}

/** Calls back when the last thing that a collection asks for is answered; gives back what ends that. */
function onLastAnswer(simulator: Simulator, then: () => void): () => void {
  return simulator.intercept(({ path }) => {
    if (path.startsWith('/v1.0/applications')) then();
  });
}

/** Whether another process is writing to the SQLite database at this moment. */
function isWriting({ databaseFile, databaseUrl }: Workplace): boolean {
  if (databaseUrl !== null) return false;
  using file = new DatabaseSync(databaseFile, { timeout: 0 });
  try {
    file.exec('begin immediate; rollback');
    return false;
  } catch {
    return true;
  }
}
