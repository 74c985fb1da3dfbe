import assert from 'node:assert/strict';
import { constants, createHash, randomUUID, sign, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { startSimulator } from '../simulator.ts';
import { makeCertificate } from '../testing/certificate.ts';
import { askToken, onlyTenant } from '../testing/client.ts';

const own = makeCertificate();
const stranger = makeCertificate();
const expired = makeCertificate({ key: own.key, from: new Date('2020-01-01'), to: new Date('2021-01-01') });

type Signing = {
  readonly head?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signer?: { readonly certificate: string; readonly key: string };
  readonly algorithm?: 'PS256' | 'RS256';
};

const good: Readonly<Record<string, Signing>> = {
  'PS256 with a SHA-256 thumbprint': {},
  'RS256 with a SHA-1 thumbprint': { algorithm: 'RS256', head: thumbprint('sha1', own.certificate) },
};
for (const [name, signing] of Object.entries(good)) {
  test(`gives a token for an assertion by ${name}`, async () => {
    const { status, body } = await ask(signing);
    assert.equal(status, 200, JSON.stringify(body));
  });
}

const seconds = Math.floor(Date.now() / 1000);
const bad: Readonly<Record<string, readonly [number, Signing]>> = {
  'a certificate that is not registered': [700027, { signer: stranger }],
  'a registered thumbprint with the key of another': [
    700027,
    { signer: { certificate: own.certificate, key: stranger.key } },
  ],
  'a certificate that is over': [700027, { signer: expired }],
  'a clock that is eleven minutes ahead': [700024, { claims: { nbf: seconds + 660, exp: seconds + 1260 } }],
  'a clock that is twenty minutes behind': [700024, { claims: { nbf: seconds - 1200, exp: seconds - 600 } }],
  'another issuer': [700021, { claims: { iss: randomUUID() } }],
  'another audience': [700023, { claims: { aud: 'https://login.example/token' } }],
  'no subject': [90014, { claims: { sub: undefined } }],
  'no thumbprint': [5002723, { head: { 'x5t#S256': undefined } }],
  'an algorithm of another kind': [5002738, { head: { alg: 'HS256' } }],
};
for (const [name, [code, signing]] of Object.entries(bad)) {
  test(`refuses an assertion with ${name} by AADSTS${code}`, async () => {
    const { body } = await ask(signing);
    assert.deepEqual(body['error_codes'], [code]);
  });
}

test('refuses what is no JWT by AADSTS50027', async () => {
  await using simulator = await startSimulator({ users: 2 });
  const answer = await askToken(simulator, onlyTenant(simulator), {
    client_secret: null,
    client_assertion: 'x.y',
  });
  assert.deepEqual(answer.body['error_codes'], [50027]);
});

test('the refusal of a certificate names its thumbprint, that of a clock the time', async () => {
  const unknown = await ask({ signer: stranger });
  const sha256 = new X509Certificate(stranger.certificate).fingerprint256.replaceAll(':', '');
  assert.ok(String(unknown.body['error_description']).includes(sha256));
  const late = await ask({ claims: { nbf: 1, exp: 2 } });
  assert.match(String(late.body['error_description']), /Current time: \d{4}-\d\d-\d\dT/u);
});

async function ask({ head, claims, signer = own, algorithm = 'PS256' }: Signing) {
  await using simulator = await startSimulator({ users: 2 });
  const tenant = onlyTenant(simulator);
  tenant.app.addCertificate(own.certificate);
  tenant.app.addCertificate(expired.certificate);
  const parts = [
    {
      alg: algorithm,
      typ: 'JWT',
      ...(algorithm === 'PS256' && thumbprint('sha256', signer.certificate)),
      ...head,
    },
    {
      aud: `${simulator.url.replace('http:', 'https:')}/${tenant.domain}/oauth2/v2.0/token`,
      iss: tenant.clientId,
      sub: tenant.clientId,
      jti: randomUUID(),
      nbf: seconds,
      exp: seconds + 600,
      ...claims,
    },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const signature = sign('sha256', Buffer.from(parts.join('.')), {
    key: signer.key,
    ...(algorithm === 'PS256' && pss),
  });
  return await askToken(simulator, tenant, {
    client_secret: null,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: [...parts, signature.toString('base64url')].join('.'),
  });
}

function thumbprint(algorithm: 'sha1' | 'sha256', certificate: string): Readonly<Record<string, string>> {
  const digest = createHash(algorithm).update(new X509Certificate(certificate).raw).digest('base64url');
  return { [algorithm === 'sha1' ? 'x5t' : 'x5t#S256']: digest };
}
