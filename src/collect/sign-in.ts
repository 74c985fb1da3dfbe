import { clouds, customCloud, type Cloud } from '../graph/clouds.ts';
import type { Credential } from '../graph/credential.ts';
import { IdentityError } from '../graph/errors.ts';
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
  readonly explain: ExplainRefusal;
};

/** What a person is told of a refused sign-in, and what Microsoft's support asks for. */
export type ExplainRefusal = (
  error: IdentityError,
  who: {
    readonly cloud: Cloud;
    readonly tenantId: string;
    readonly clientId: string;
    readonly credential: Credential;
  },
) => { readonly message: string; readonly detail: string };

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
  const who = { cloud, tenantId, clientId: connection.clientId, credential };
  const token = inWords(createTokenSource({ ...who, http, now: clock.now }), (error) =>
    outside.explain(error, who),
  );
  return { token, credential, graph: createGraph({ ...outside, ...options, cloud, token }) };
}

/** The same tokens; a refusal says in its message who has to do what. */
function inWords(
  source: TokenSource,
  explain: (error: IdentityError) => ReturnType<ExplainRefusal>,
): TokenSource {
  return async (options) => {
    try {
      return await source(options);
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error;
      const { message, detail } = explain(error);
      throw new IdentityError(`${message} [${detail}]`, error);
    }
  };
}

function cloudOf(connection: ConnectionRow): Cloud {
  const known = clouds.find((cloud) => cloud.name === connection.cloud);
  return known ?? customCloud(connection.authorityHost, connection.graphHost);
}
