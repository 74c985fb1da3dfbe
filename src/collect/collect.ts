import type { AppCredential, Organization, ResourceName, Sku, TenantId, User } from '../domain/records.ts';
import { GraphError, MalformedAnswer, WrongTenant } from '../graph/errors.ts';
import type { Graph } from '../graph/graph.ts';
import { hintOf } from '../graph/sealed-form.ts';
import { noteCredentialEnd, noteRefusal, type ConnectedTenant } from '../store/connections.ts';
import type { Store } from '../store/open.ts';
import { publish } from '../store/publish/publish.ts';
import type { Publication, PublishOutcome, Sighting } from '../store/publish/publication.ts';
import { endRun, restartUsers, startRun, type Run } from '../store/runs.ts';
import { stageUsers } from '../store/stage.ts';
import { endOf, readList, readOrKeep, readRows, type OnRows } from './read.ts';
import { applicationQuery, parseApplication } from './resources/application.ts';
import { deletedUsers } from './resources/deleted-users.ts';
import { groups, groupsWithErrors, joinGroups } from './resources/groups.ts';
import { organizationQuery, parseOrganization } from './resources/organization.ts';
import { skus } from './resources/skus.ts';
import { subscriptions } from './resources/subscriptions.ts';
import { users } from './resources/users.ts';
import { signIn, type Outside, type SignedIn } from './sign-in.ts';

/** What happens in a run, for those who watch it. */
export type CollectProgress =
  | {
      readonly type: 'resource';
      readonly resource: ResourceName;
      readonly rows: number;
      readonly of: number | null;
      readonly done: boolean;
    }
  | { readonly type: 'waiting'; readonly until: Date; readonly why: string }
  | { readonly type: 'kept'; readonly resource: ResourceName; readonly reason: string };

/** How one run is done. */
export type CollectOptions = {
  readonly acceptHeld: boolean;
  readonly report: (progress: CollectProgress) => void;
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
    const publication = await read(run, store, connected, signedIn, options);
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
    outside.log.warn(
      { tenant: tenantId, run: run.id, outcome: end.outcome },
      'collection ended without a result',
    );
    return { run, ...end };
  }
}

async function read(
  run: Run,
  store: Store,
  { tenant, connection }: ConnectedTenant,
  { graph, token }: SignedIn,
  options: CollectOptions,
): Promise<Publication> {
  const now = store.now;
  const onRows: OnRows = (resource, rows, done) =>
    options.report({ type: 'resource', resource, rows, of: null, done });
  checkTenant(tenant.tenantId, (await token()).tenantId);
  const organization = await readOrganization(graph, tenant.tenantId, now);
  const readSkus = await readList(graph, skus, now, onRows);
  const publication: Publication = {
    organization,
    skus: readSkus.state === 'read' ? { ...readSkus, value: joinSkus(readSkus.value) } : readSkus,
    subscriptions: await readList(graph, subscriptions, now, onRows),
    users: await readUsers(run, store, graph, options),
    groups: await readGroups(graph, now, onRows),
    deletedUsers: await readList(graph, deletedUsers, now, onRows),
    application: await readApplication(graph, connection.clientId, now),
  };
  for (const [name, reading] of Object.entries(publication)) {
    // The names of a publication are the names of the resources.
    if (reading.state === 'kept' && name !== 'application') {
      options.report({ type: 'kept', resource: name as ResourceName, reason: reading.reason });
    }
  }
  return publication;
}

/** Reads users page by page into the stage, then asks how many there are. */
async function readUsers(
  run: Run,
  store: Store,
  graph: Graph,
  options: CollectOptions,
): Promise<Publication['users']> {
  const of = await countUsers(graph);
  let rows = 0;
  const report = (done: boolean) => options.report({ type: 'resource', resource: 'users', rows, of, done });
  const reading = await readOrKeep(async () => {
    const proof = await readRows<User>(graph, users, store.now, {
      restart: async () => {
        rows = 0;
        await restartUsers(run, store);
      },
      rows: async (page) => {
        await stageUsers(run, store, page);
        rows += page.length;
        report(false);
      },
    });
    report(true);
    return { state: 'read' as const, proof, value: { directory: await countUsers(graph) } };
  });
  if (reading.state === 'kept') await restartUsers(run, store);
  return reading;
}

/** What the directory counts; unknown where it does not say (it cannot in B2C tenants). */
async function countUsers(graph: Graph): Promise<number | null> {
  try {
    return await graph.count('/users/$count');
  } catch (error) {
    if (error instanceof MalformedAnswer || (error instanceof GraphError && error.httpStatus !== 401))
      return null;
    throw error;
  }
}

async function readGroups(graph: Graph, now: () => Date, onRows: OnRows): Promise<Publication['groups']> {
  const withLicenses = await readList(graph, groups, now, onRows);
  if (withLicenses.state === 'kept') return withLicenses;
  const withErrors = await readList(graph, groupsWithErrors, now, () => undefined);
  if (withErrors.state === 'kept') return withErrors;
  return { ...withLicenses, value: joinGroups(withLicenses.value, withErrors.value) };
}

async function readOrganization(
  graph: Graph,
  tenantId: TenantId,
  now: () => Date,
): Promise<Sighting<Organization>> {
  return readOrKeep(async () => {
    const { value } = await graph.object(organizationQuery);
    const first: unknown = Array.isArray(value) ? value[0] : undefined;
    const isRow = typeof first === 'object' && first !== null;
    const organization = isRow ? parseOrganization(first as Readonly<Record<string, unknown>>) : null;
    if (!organization) {
      throw new MalformedAnswer('Microsoft Graph names no tenant in /organization', { retryable: false });
    }
    checkTenant(tenantId, organization.id);
    return { state: 'read' as const, readAt: now(), value: organization };
  });
}

async function readApplication(
  graph: Graph,
  clientId: string,
  now: () => Date,
): Promise<Sighting<readonly AppCredential[]>> {
  return readOrKeep(async () => {
    const application = await graph.object(applicationQuery(clientId));
    return { state: 'read' as const, readAt: now(), value: parseApplication(application) };
  });
}

/** @throws WrongTenant when an answer belongs to another tenant than the one asked for. */
function checkTenant(expected: TenantId, found: string | null): void {
  if (found !== null && found.toLowerCase() !== expected) throw new WrongTenant(expected, found);
}

/** A tenant with several accounts lists a SKU once for each: their units add up. */
function joinSkus(rows: readonly Sku[]): readonly Sku[] {
  const joined = new Map<string, Sku>();
  for (const row of rows) {
    const other = joined.get(row.id);
    joined.set(row.id, other ? sumOf(other, row) : row);
  }
  return [...joined.values()];
}

function sumOf(a: Sku, b: Sku): Sku {
  const sum = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  return {
    ...a,
    enabled: sum(a.enabled, b.enabled),
    warning: sum(a.warning, b.warning),
    suspended: sum(a.suspended, b.suspended),
    lockedOut: sum(a.lockedOut, b.lockedOut),
    consumed: sum(a.consumed, b.consumed),
    subscriptionIds: [...new Set([...a.subscriptionIds, ...b.subscriptionIds])].sort(),
  };
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
