import type { SimulatedTenant } from '../../src/simulator/simulator.ts';
import { fixedChance } from '../../src/simulator/fault-parts.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { createWorkplace, tenantOf } from '../process.ts';
import { handedOut } from './picture.ts';
import { measure, strike, type Blow } from './strike.ts';
import { createWitness } from './witness.ts';

/** What so many kills did: when they struck, and every promise that did not hold afterwards. */
export type Toll = {
  /** Before Microsoft had answered the last request of the run. */
  before: number;
  /** After that answer, while the run was not published. */
  during: number;
  /** Of those, the ones that struck inside the write transaction; with PostgreSQL that cannot be seen from here. */
  inTransaction: number;
  /** When the run was published. */
  after: number;
  readonly violations: string[];
};

/** How a series of kills is done; the same seed makes the same company and draws the same lots. */
type KillOptions = {
  readonly kills: number;
  readonly seed: number;
  readonly engine?: 'sqlite' | 'postgres';
};

/**
 * Lets a simulated company live from day to day, ends the collection of every day with SIGKILL at a moment drawn by
 * lot, looks at what is left, and collects the day whole before the next one comes.
 */
export async function killCollections({ kills, seed, engine }: KillOptions): Promise<Toll> {
  await using simulator = await startSimulator({ users: people, seed });
  const tenant = tenantOf(simulator);
  const random = fixedChance(seed);
  const lengths = await measure(simulator, tenant, () => liveOneDay(tenant, random), engine);
  await using place = await createWorkplace(engine);
  await place.start(place.connecting(simulator)).done();

  const witness = createWitness(place);
  const toll: Toll = { before: 0, during: 0, inTransaction: 0, after: 0, violations: [] };
  for (let day = 1, struck = 0; struck < kills; day += 1) {
    liveOneDay(tenant, random);
    const today = handedOut(tenant);
    try {
      const blow = await strike(simulator, place, lengths, random);
      const isPublished = await witness.afterKill(today, blow.lastAnswerSent);
      if (blow.struck) {
        struck += 1;
        count(blow, isPublished, toll);
      }
      await witness.afterCollection(today);
    } catch (error) {
      toll.violations.push(
        `seed ${seed}, day ${day}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      break;
    }
  }
  return toll;
}

function count(blow: Blow, isPublished: boolean, toll: Toll): void {
  toll[isPublished ? 'after' : blow.lastAnswerSent ? 'during' : 'before'] += 1;
  if (!isPublished && blow.lastAnswerSent && blow.inTransaction) toll.inTransaction += 1;
}

/** Enough for a publish that takes its time, few enough for a hundred runs in a minute. */
const people = 300;

/**
 * A reorganization every day, and on some days whatever else happens in a company: rarely enough that a hundred days
 * within minutes do not look like a mass departure of one week.
 */
function liveOneDay(tenant: SimulatedTenant, random: () => number): void {
  if (random() < 0.2) tenant.passDay();
  const first = Math.floor(random() * 10);
  for (let index = first; index < people; index += 10) {
    const user = tenant.user(index);
    if (user) tenant.change.moveDepartment(String(user['id']), `Unit ${Math.floor(random() * 1000)}`);
  }
}
