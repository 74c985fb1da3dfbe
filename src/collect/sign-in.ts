import { clouds, customCloud, type Cloud } from '../graph/clouds.ts';
import type { Credential } from '../graph/credential.ts';
import { createGraph, type Graph, type Log } from '../graph/graph.ts';
import type { Http } from '../graph/http.ts';
import type { Clock } from '../graph/pace.ts';
import { fromSealedForm } from '../graph/sealed-form.ts';
import { createTokenSource, type TokenSource } from '../graph/token.ts';
import type { ConnectedTenant } from '../store/connections.ts';
import type { ConnectionRow } from '../store/tables.ts';
import { placeOfCredential, type Vault } from '../vault/vault.ts';

/** What it takes to talk to Microsoft for any tenant. */
export type Outside = {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly vault: Vault;
};

/** A tenant's Graph, signed in as its connection says. */
export type SignedIn = {
  readonly graph: Graph;
  readonly token: TokenSource;
  readonly credential: Credential;
};

/** Unseals the credential of a connection and prepares to ask Graph with it; nothing is sent yet. */
export function signIn(
  { tenant: { tenantId }, connection }: ConnectedTenant,
  outside: Outside,
  options: { readonly userCount: number; readonly onWait: (until: Date, why: string) => void },
): SignedIn {
  const { http, clock, vault } = outside;
  const cloud = cloudOf(connection);
  const credential = fromSealedForm(
    vault.unseal(connection.dataKey, placeOfCredential(tenantId), connection.sealed),
  );
  const token = createTokenSource({
    cloud,
    tenantId,
    clientId: connection.clientId,
    credential,
    http,
    now: clock.now,
  });
  return { token, credential, graph: createGraph({ ...outside, ...options, cloud, token }) };
}

function cloudOf(connection: ConnectionRow): Cloud {
  const known = clouds.find((cloud) => cloud.name === connection.cloud);
  return known ?? customCloud(connection.authorityHost, connection.graphHost);
}
