import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startSimulator } from '../simulator.ts';
import { makeCertificate } from '../testing-certificate.ts';
import { onlyTenant } from '../testing.ts';

const run = promisify(execFile);

/** Signs in with Microsoft's own library over real TLS: authority, client id and credential come in as JSON. */
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

test('msal-node signs in with a secret and with certificates, and understands a refusal', async (t) => {
  const server = makeCertificate({ host: 'localhost' });
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  t.after(() => rm(folder, { recursive: true }));
  const authority = join(folder, 'authority.pem');
  await writeFile(authority, server.certificate);
  await using simulator = await startSimulator({
    users: 2,
    tls: { key: server.key, cert: server.certificate },
  });
  const tenant = onlyTenant(simulator);
  const own = makeCertificate();
  tenant.app.addCertificate(own.certificate);
  const { fingerprint, fingerprint256 } = new X509Certificate(own.certificate);

  async function signIn(name: string, credential: object): Promise<unknown> {
    const input = { url: simulator.url, tenant: name, auth: { clientId: tenant.clientId, ...credential } };
    const { stdout } = await run(
      process.execPath,
      ['--input-type=module', '--eval', program, '--', JSON.stringify(input)],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: authority } },
    );
    return JSON.parse(stdout) as unknown;
  }

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
  assert.deepEqual(answers[3], { code: 'invalid_client', number: '7000215' });
});
