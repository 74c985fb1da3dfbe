import type { AppCredential, Organization, ResourceName, TenantId, User } from '../domain/records.ts';
import { GraphError, MalformedAnswer, WrongTenant } from '../graph/errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { ConnectedTenant } from '../store/connections.ts';
import type { Store } from '../store/open.ts';
import type { Publication, Sighting } from '../store/publish/publication.ts';
import { restartUsers, type Run } from '../store/runs.ts';
import { settleUsers } from '../store/settle.ts';
import { stageUsers } from '../store/stage.ts';
import { confirmDepartures } from './confirm-departures.ts';
import { readList, readOrKeep, readRows, type OnRows } from './read.ts';
import { applicationQuery, parseApplication } from './resources/application.ts';
import { deletedUsers } from './resources/deleted-users.ts';
import { groups, groupsWithErrors, joinGroups } from './resources/groups.ts';
import { organizationQuery, parseOrganization } from './resources/organization.ts';
import { joinSkus, skus } from './resources/skus.ts';
import { subscriptions } from './resources/subscriptions.ts';
import { users } from './resources/users.ts';
import type { SignedIn } from './sign-in.ts';

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

/** Takes what happens, as it happens. */
export type Report = (progress: CollectProgress) => void;

/** Reads everything of a tenant: users into the stage, the rest into memory; says of each resource whether it was read. */
export async function readTenant(
  run: Run,
  store: Store,
  { tenant, connection }: ConnectedTenant,
  { graph, token }: SignedIn,
  report: Report,
): Promise<Publication> {
  const now = store.now;
  const onRows: OnRows = (resource, rows, done) =>
    report({ type: 'resource', resource, rows, of: null, done });
  const { tenantId: signedInTo } = await token();
  checkTenant(tenant.tenantId, signedInTo);
  const organization = await readOrganization(graph, tenant.tenantId, now);
  if (signedInTo === null && organization.state === 'kept') throw unproven(organization.reason);
  const readSkus = await readList(graph, skus, now, onRows);
  const listed = await readUsers(run, store, graph, report);
  const bin = await readList(graph, deletedUsers, now, onRows);
  const people = await readOrKeep(() => confirmDepartures(run, store, graph, listed, bin));
  if (people.state === 'kept') await restartUsers(run, store);
  const publication: Publication = {
    organization,
    skus: readSkus.state === 'read' ? { ...readSkus, value: joinSkus(readSkus.value) } : readSkus,
    subscriptions: await readList(graph, subscriptions, now, onRows),
    users: people,
    groups: await readGroups(graph, now, onRows),
    deletedUsers: bin,
    application: await readApplication(graph, connection.clientId, now),
  };
  for (const [name, reading] of Object.entries(publication)) {
    // The names of a publication are the names of the resources.
    if (reading.state === 'kept' && name !== 'application') {
      report({ type: 'kept', resource: name as ResourceName, reason: reading.reason });
    }
  }
  return publication;
}

/** Reads users page by page into the stage, asks how many there are, and works out what publishing would change. */
async function readUsers(
  run: Run,
  store: Store,
  graph: Graph,
  report: Report,
): Promise<Publication['users']> {
  const of = await countUsers(graph);
  let rows = 0;
  const tell = (done: boolean) => report({ type: 'resource', resource: 'users', rows, of, done });
  return readOrKeep(async () => {
    const proof = await readRows<User>(graph, users, store.now, {
      restart: async () => {
        rows = 0;
        await restartUsers(run, store);
      },
      rows: async (page) => {
        await stageUsers(run, store, page);
        rows += page.length;
        tell(false);
      },
    });
    tell(true);
    const change = await settleUsers(run, store, await countUsers(graph));
    return { state: 'read' as const, proof, value: change };
  });
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

function unproven(reason: string): MalformedAnswer {
  return new MalformedAnswer(
    `nothing that Microsoft answers says which tenant it belongs to: the token cannot be read, and of /organization ${reason}`,
    { retryable: false },
  );
}
