import { parsedOrNull } from './answers.ts';
import type { Cloud } from './clouds.ts';
import type { Credential } from './credential.ts';
import type { Http, HttpAnswer } from './http.ts';

/** What is needed to sign in as an app. */
export type SignIn = {
  readonly cloud: Cloud;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  readonly http: Http;
};

/**
 * The answer of the token endpoint as it came, to the request that MSAL makes.
 * MSAL's own reading of it is left aside: it takes a 200 without a token for a token, and hides what was answered.
 */
export async function requestToken(signIn: SignIn): Promise<HttpAnswer> {
  // Loaded here, because only a sign-in needs it.
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  let answer: HttpAnswer | undefined;
  let failure: unknown;

  async function post(url: string, options: { headers?: Headers; body?: string } = {}) {
    const { headers, body = '' } = options;
    const target = onAuthorityHost(url, signIn.cloud);
    try {
      answer = await signIn.http({
        method: 'POST',
        url: target,
        headers: { ...headers, accept: json },
        body,
      });
    } catch (error) {
      failure = error;
      throw error;
    }
    // MSAL lets the caller name the type of a body that only the server decides.
    return {
      status: answer.status,
      headers: { ...answer.headers },
      body: parsedOrNull(answer.body) as never,
    };
  }

  // A new application each time: one that has seen a 429 or 5xx refuses for a while without asking.
  const application = new ConfidentialClientApplication({
    auth: { clientId: signIn.clientId, ...authorityOf(signIn), ...secretOrCertificate(signIn.credential) },
    system: {
      disableInternalRetries: true,
      networkClient: {
        sendPostRequestAsync: post,
        sendGetRequestAsync: (url) => Promise.reject(new Error(`MSAL asked for ${url}, which it was given`)),
      },
    },
  });
  try {
    await application.acquireTokenByClientCredential({ scopes: [`${signIn.cloud.graphHost}/.default`] });
  } catch (error) {
    if (!answer) throw failure ?? error;
  }
  if (!answer) throw new Error('MSAL gave a token without a request');
  return answer;
}

type Headers = Record<string, string>;
const json = 'application/json';

/** With the metadata and the host as known authority, MSAL makes no discovery calls for a host that it does not know. */
function authorityOf({ cloud, tenantId }: SignIn) {
  const authority = `${httpsForm(cloud)}/${encodeURIComponent(tenantId)}`;
  return {
    authority,
    knownAuthorities: [new URL(authority).host],
    authorityMetadata: JSON.stringify({
      issuer: `${authority}/v2.0`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
      end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    }),
  };
}

function secretOrCertificate(credential: Credential) {
  if (credential.kind === 'secret') return { clientSecret: credential.secret.reveal() };
  return {
    clientCertificate: {
      thumbprintSha256: credential.sha256,
      privateKey: credential.privateKeyPem.reveal(),
    },
  };
}

// MSAL refuses http, which a stand-in on this machine may use: it is given the https form of that one host.
function httpsForm(cloud: Cloud): string {
  return cloud.authorityHost.replace(/^http:/, 'https:');
}

function onAuthorityHost(url: string, cloud: Cloud): string {
  const prefix = `${httpsForm(cloud)}/`;
  return url.startsWith(prefix) ? `${cloud.authorityHost}/${url.slice(prefix.length)}` : url;
}
