import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../../domain/secret.ts';
import type { Http } from '../../graph/http.ts';
import {
  answering,
  certificateFile,
  coded,
  connected,
  failure,
  setUp,
  inDays,
  tokenRequests,
} from '../testing.ts';

test('F-ID-03 B-CI-02 says that the application is gone, not that the secret is wrong', async () => {
  await using here = await setUp();
  here.tenant.app.remove();
  const outcome = await here.connect();
  const { step, code, message, detail } = failure(outcome);
  assert.deepEqual([step, code], ['app', 'B-CI-02']);
  assert.ok(message.includes(here.tenant.id));
  assert.doesNotMatch(message, /does not belong|expired/);
  assert.match(detail ?? '', /AADSTS700016 \(unauthorized_client\), correlation id /);
  assert.ok(!outcome.steps.some(({ step: name }) => name === 'credential'));
});

test('B-CI-02 B-CI-03 does not take an Object ID or a Secret ID for the client id', async () => {
  await using here = await setUp();
  for (const clientId of [here.tenant.objectId, here.tenant.secretId]) {
    const { code, message } = failure(await here.connect({ clientId }));
    assert.equal(code, 'B-CI-02');
    assert.match(message, /Object ID.*Secret ID/);
  }
});

test('B-CI-04 gives the consent link where the tenant has no service principal', async () => {
  await using here = await setUp();
  here.tenant.app.removeServicePrincipal();
  const { step, code, message } = failure(await here.connect());
  assert.deepEqual([step, code], ['app', 'B-CI-04']);
  assert.ok(
    message.includes(
      `${here.simulator.url}/${here.tenant.id}/adminconsent?client_id=${here.tenant.clientId}`,
    ),
  );
});

test('B-CI-05 tells a disabled application', async () => {
  await using here = await setUp();
  here.tenant.app.disable();
  assert.equal(failure(await here.connect()).code, 'B-CI-05');
});

test('B-CI-06 tells a public client', async () => {
  await using here = await setUp();
  here.tenant.app.makePublicClient();
  const { step, code } = failure(await here.connect());
  assert.deepEqual([step, code], ['app', 'B-CI-06']);
});

test('B-CS-02 tries a wrong secret once, and knows that the application is right', async () => {
  await using here = await setUp();
  const outcome = await here.connect({ secret: new Secret(`${here.tenant.secret.slice(0, -3)}abc`) });
  const { step, code, message } = failure(outcome);
  assert.deepEqual([step, code], ['credential', 'B-CS-02']);
  assert.match(message, /40 characters.*try again with waiting/);
  assert.ok(outcome.steps.some((each) => each.step === 'app' && each.result === 'ok'));
  assert.equal(tokenRequests(here.simulator), 1);
  assert.equal(here.waits.seconds, 0);
});

test('B-CS-03 tells an expired secret, and does not wait for it', async () => {
  await using here = await setUp();
  here.tenant.app.endSecrets(inDays(-1));
  assert.equal(failure(await here.connect({ wait: true })).code, 'B-CS-03');
  assert.equal(here.waits.seconds, 0);
});

test('B-CS-06 sends a secret with characters that forms give a meaning to', async () => {
  await using here = await setUp();
  const odd = 'q7V8Q~nZ+%=&kW 0xLr5yBd2HsJcP4uEa9TfKiM%41';
  let sent: string | null = null;
  const http: Http = (request) => {
    if (request.method === 'POST') sent = new URLSearchParams(request.body).get('client_secret');
    return here.http(request);
  };
  failure(await here.connect({ secret: new Secret(odd) }, { http }));
  assert.equal(sent, odd);
});

test('B-CS-09 warns that a password was typed', async () => {
  await using here = await setUp();
  assert.equal(failure(await here.connect({ secret: new Secret('Summer2026!') })).code, 'B-CS-09');
});

test('B-CS-10 says of the right secret in another tenant that the application is not there', async () => {
  await using here = await setUp({ tenants: 2 });
  const other = here.simulator.tenants[1];
  assert.ok(other);
  const { step, message } = failure(await here.connect({ tenant: other.id }));
  assert.equal(step, 'app');
  assert.ok(message.includes(other.id));
});

test('B-CS-11 waits for a secret made a moment ago when asked to', async () => {
  await using here = await setUp();
  const refusal = { error: 'invalid_client', error_codes: [7000215], error_description: 'AADSTS7000215: no' };
  here.simulator.intercept(answering('/oauth2/v2.0/token', 401, refusal, 2));
  const outcome = connected(await here.connect({ wait: true }));
  assert.match(coded(outcome, 'B-CS-11').message, /not accept the client secret yet.*Trying again in 15 s/);
  assert.equal(here.waits.seconds, 45);
});

test('B-CS-11 gives up after two minutes', async () => {
  await using here = await setUp();
  const outcome = await here.connect({
    secret: new Secret(`${here.tenant.secret.slice(0, -3)}abc`),
    wait: true,
  });
  const { code, message } = failure(outcome);
  assert.equal(code, 'B-CS-02');
  assert.doesNotMatch(message, /waiting/);
  assert.equal(here.waits.seconds, 120);
  assert.equal(tokenRequests(here.simulator), 5);
});

test('B-CE-14 shows the thumbprints of a certificate that was not uploaded', async () => {
  await using here = await setUp();
  const { step, code, message } = failure(
    await here.connect({ certificate: { file: certificateFile(200).file } }),
  );
  assert.deepEqual([step, code], ['credential', 'B-CE-14']);
  assert.match(message, /SHA-1 [0-9A-F]{40}, SHA-256 [0-9A-F]{64}/);
});

test('B-CE-19 F-ID-14 blames a clock that is eleven minutes fast or twenty slow', async () => {
  for (const [clockAheadSeconds, words] of [
    [660, /off by 6(59|60|61) s \(fast\), by the Date header/],
    [-1200, /off by 1(199|200|201) s \(slow\)/],
  ] as const) {
    await using here = await setUp({ clockAheadSeconds });
    const { file, certificatePem } = certificateFile(200);
    here.tenant.app.addCertificate(certificatePem);
    const { code, message } = failure(await here.connect({ certificate: { file } }));
    assert.equal(code, 'B-CE-19');
    assert.match(message, words);
  }
});

test('B-CL-07 says who can let the application through Conditional Access', async () => {
  await using here = await setUp();
  here.tenant.app.blockByConditionalAccess();
  const { code, message } = failure(await here.connect());
  assert.equal(code, 'B-CL-07');
  assert.match(message, /Conditional Access blocks this application/);
});
