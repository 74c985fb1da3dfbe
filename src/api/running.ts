import { EventEmitter, on } from 'node:events';
import { Refusal } from './contract/refusal.ts';
import type { CollectAnswer, CollectRequest, Run, RunEvent } from './contract/runs.ts';
import { problemOf } from './http/problems.ts';
import type { Writer } from './writer.ts';

/** An event of a run with its number, which counts from 1 and never goes back. */
export type NumberedEvent = { readonly id: number; readonly event: RunEvent };

/** The runs of this process: begun here, told to whoever follows them. */
export type Running = {
  /**
   * Begins a run of a tenant (by its id) and gives it as soon as it exists.
   * @throws Refusal when one is going on already, or none can begin.
   */
  start(tenantId: string, request: Omit<CollectRequest, 'tenant'>): Promise<Run>;
  /** What is said of a run after an event, until its outcome; null for a run that this process does not know. */
  events(tenantId: string, runId: string, after: number): AsyncIterable<NumberedEvent> | null;
  /** The outcome of the run that goes on for a tenant; null when none does. */
  outcome(tenantId: string): Promise<CollectAnswer | null>;
};

/** How many ended runs can still be followed from their beginning. */
const remembered = 100;

type Journal = {
  readonly tenantId: string;
  readonly changed: EventEmitter;
  readonly outcome: Promise<CollectAnswer | null>;
  events: NumberedEvent[];
  next: number;
  ended: boolean;
};

/** Keeps the runs that a writer does, one of a tenant at a time. */
export function createRunning(writer: Pick<Writer, 'collect'>): Running {
  const going = new Map<string, Journal>();
  const journals = new Map<string, Journal>();

  const start: Running['start'] = (tenantId, request) => {
    if (going.has(tenantId)) {
      throw new Refusal(
        'conflict',
        'A collection of this tenant is going on already. Follow it, or try again after it.',
      );
    }
    const begun = Promise.withResolvers<Run>();
    const outcome = Promise.withResolvers<CollectAnswer | null>();
    const journal: Journal = {
      tenantId,
      changed: new EventEmitter().setMaxListeners(0),
      outcome: outcome.promise,
      events: [],
      next: 1,
      ended: false,
    };
    going.set(tenantId, journal);
    const end = (answer: CollectAnswer | null) => {
      going.delete(tenantId);
      journal.ended = true;
      journal.changed.emit('change');
      outcome.resolve(answer);
    };
    writer
      .collect({ ...request, tenant: tenantId }, (progress) => {
        note(journal, progress);
        if (progress.type !== 'run') return;
        journals.set(progress.run.id, journal);
        forgetOldest(journals);
        begun.resolve(progress.run);
      })
      .then(([answer]) => {
        if (answer) note(journal, { type: 'outcome', answer });
        end(answer ?? null);
        begun.reject(new Refusal('failed', 'The collection ended before it began.'));
      })
      .catch((error: unknown) => {
        note(journal, { type: 'broken', problem: problemOf(error, 'collection') });
        end(null);
        begun.reject(error);
      });
    return begun.promise;
  };

  return {
    start,
    events(tenantId, runId, after) {
      const journal = journals.get(runId);
      return journal?.tenantId === tenantId ? follow(journal, after) : null;
    },
    outcome: async (tenantId) => (await going.get(tenantId)?.outcome) ?? null,
  };
}

/** A resource's progress replaces what was said of it before, so that a journal stays short. */
function note(journal: Journal, event: RunEvent): void {
  if (event.type === 'resource') {
    journal.events = journal.events.filter(
      ({ event: old }) => old.type !== 'resource' || old.resource !== event.resource || old.done,
    );
  }
  journal.events.push({ id: journal.next, event });
  journal.next += 1;
  journal.changed.emit('change');
}

async function* follow(journal: Journal, after: number): AsyncGenerator<NumberedEvent> {
  let last = after;
  const changes = on(journal.changed, 'change')[Symbol.asyncIterator]();
  try {
    for (;;) {
      for (const numbered of journal.events.filter(({ id }) => id > last)) {
        last = numbered.id;
        yield numbered;
      }
      if (journal.ended && journal.next - 1 <= last) return;
      if (!journal.ended) await changes.next();
    }
  } finally {
    await changes.return?.();
  }
}

function forgetOldest(journals: Map<string, Journal>): void {
  for (const [runId, journal] of journals) {
    if (journals.size <= remembered) return;
    if (journal.ended) journals.delete(runId);
  }
}
