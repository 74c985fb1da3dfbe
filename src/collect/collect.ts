import { WrongTenant } from '../graph/errors.ts';
import { hintOf } from '../graph/sealed-form.ts';
import { noteCredentialEnd, noteRefusal, type ConnectedTenant } from '../store/connections.ts';
import type { Store } from '../store/open.ts';
import { publish } from '../store/publish/publish.ts';
import type { Publication, PublishOutcome } from '../store/publish/publication.ts';
import { endRun, startRun, type Run } from '../store/runs.ts';
import { endOf } from './read.ts';
import { readTenant, type Report } from './read-tenant.ts';
import { signIn, type Outside, type SignedIn } from './sign-in.ts';

/** How one run is done. */
export type CollectOptions = {
  readonly acceptHeld: boolean;
  /** Told once, as soon as the run exists. */
  readonly started?: (run: Run) => void;
  readonly report: Report;
};

/** What became of a run. */
export type CollectOutcome = {
  readonly run: Run;
  readonly outcome: 'published' | 'partial' | 'held' | 'put-off' | 'refused' | 'failed';
  readonly reason: string | null;
};

/** Collects one tenant: reads everything, stages what differs, publishes it whole or not at all. */
export async function collect(
  connected: ConnectedTenant,
  store: Store,
  outside: Outside,
  options: CollectOptions,
): Promise<CollectOutcome> {
  const { tenantId } = connected.tenant;
  const run = await startRun(tenantId, store);
  options.started?.(run);
  let signedIn: SignedIn | null = null;
  const used = () => {
    const { requests, throttled } = signedIn?.graph.statistics() ?? { requests: 0, throttled: 0 };
    return { requests, throttled };
  };
  try {
    signedIn = signIn(connected, outside, {
      userCount: run.publishedUsers,
      onWait: (until, why) => options.report({ type: 'waiting', until, why }),
    });
    const publication = await readTenant(run, store, connected, signedIn, options.report);
    const nothing = nothingToPublish(publication);
    if (nothing) {
      await endRun(run, store, { state: 'failed', reason: nothing.reason, ...used() });
      if (nothing.outcome === 'refused') await noteRefusal(tenantId, store, nothing.reason);
      return { run, ...nothing };
    }
    const published = await publish(run, store, publication, { acceptHeld: options.acceptHeld, ...used() });
    await noteEnd(connected, store, signedIn, publication.application);
    return { run, ...outcomeOf(published) };
  } catch (error) {
    const end = endOf(error);
    await endRun(run, store, { state: 'failed', reason: end.reason, ...used() });
    if (end.outcome === 'refused') await noteRefusal(tenantId, store, end.reason);
    const about = { tenant: tenantId, run: run.id, outcome: end.outcome };
    if (error instanceof WrongTenant)
      outside.log.warn({ ...about, found: error.found }, 'answers belong to another tenant');
    outside.log.warn(about, 'collection ended without a result');
    return { run, ...end };
  }
}

function nothingToPublish(
  publication: Publication,
): { readonly outcome: 'refused' | 'failed'; readonly reason: string } | null {
  const { skus: products, users: people } = publication;
  if (products.state === 'read' || people.state === 'read') return null;
  const refused = /\b403\b/.test(products.reason) && /\b403\b/.test(people.reason);
  return {
    outcome: refused ? 'refused' : 'failed',
    reason: `users: ${people.reason}; products: ${products.reason}`,
  };
}

function outcomeOf(published: PublishOutcome): Pick<CollectOutcome, 'outcome' | 'reason'> {
  if (published.type === 'held') {
    return { outcome: 'held', reason: published.doubts.map((doubt) => doubt.message).join('; ') };
  }
  if (published.kept.length === 0) return { outcome: 'published', reason: null };
  return {
    outcome: 'partial',
    reason: published.kept.map(({ what, reason }) => `${what}: ${reason}`).join('; '),
  };
}

/** When the secret in use ends: the directory knows it by its first three characters. A certificate says so itself. */
async function noteEnd(
  { tenant }: ConnectedTenant,
  store: Store,
  { credential }: SignedIn,
  application: Publication['application'],
): Promise<void> {
  const hint = hintOf(credential);
  if (application.state === 'kept' || hint === null) return;
  const ends = application.value
    .flatMap((one) => (one.hint === hint && one.endsAt ? [one.endsAt] : []))
    .sort();
  // Two secrets may begin alike: the one that ends first is announced first.
  if (ends[0]) await noteCredentialEnd(tenant.tenantId, store, ends[0]);
}
