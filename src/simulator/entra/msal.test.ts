import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { makeCertificate } from '../testing/certificate.ts';
import { startSecureSimulator } from '../testing/foreign.ts';
import { onlyTenant } from '../testing/client.ts';

const program = `
import { ConfidentialClientApplication } from '@azure/msal-node';
const { url, tenant, auth } = JSON.parse(process.argv[1]);
const authority = url + '/' + tenant;
const app = new ConfidentialClientApplication({ auth: { ...auth, authority, knownAuthorities: [new URL(url).host] } });
const token = await app.acquireTokenByClientCredential({ scopes: [url + '/.default'] }).catch((error) => error);
const answer = token.accessToken
  ? { status: (await fetch(url + '/v1.0/organization', { headers: { authorization: 'Bearer ' + token.accessToken } })).status }
  : { code: token.errorCode, number: token.errorNo };
console.log(JSON.stringify(answer));
`;

test('msal-node signs in with a secret and with certificates, and understands a refusal', async () => {
  await using secure = await startSecureSimulator({ users: 2 });
  const { url } = secure.simulator;
  const tenant = onlyTenant(secure.simulator);
  const own = makeCertificate();
  tenant.app.addCertificate(own.certificate);
  const { fingerprint, fingerprint256 } = new X509Certificate(own.certificate);

  const signIn = (name: string, credential: object): Promise<unknown> =>
    secure.run(program, { url, tenant: name, auth: { clientId: tenant.clientId, ...credential } });
  const plain = (text: string): string => text.replaceAll(':', '');
  const sha256 = { clientCertificate: { thumbprintSha256: plain(fingerprint256), privateKey: own.key } };
  const sha1 = { clientCertificate: { thumbprint: plain(fingerprint), privateKey: own.key } };
  const answers = await Promise.all([
    signIn(tenant.id, { clientSecret: tenant.secret }),
    signIn(tenant.domain, sha256),
    signIn(tenant.id, sha1),
    signIn(tenant.id, { clientSecret: tenant.secretId }),
  ]);
  assert.deepEqual(answers.slice(0, 3), [{ status: 200 }, { status: 200 }, { status: 200 }]);
  assert.deepEqual(answers[3], { code: 'invalid_client', number: 7000215 });
});
