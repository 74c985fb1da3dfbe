import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../../domain/secret.ts';
import { certificateFile, inDays, coded, connected, failure, setUp } from '../testing.ts';

test('names every fault of the input at once and asks nobody', async () => {
  await using here = await setUp();
  const outcome = await here.connect({
    tenant: 'common',
    clientId: 'x',
    cloud: 'mars',
    secret: new Secret('3f1c2a9e-52d1-4b7e-9c6d-0a1b2c3d4e5f'),
  });
  failure(outcome, 'input');
  assert.deepEqual(
    outcome.steps.map(({ code }) => code),
    ['B-TI-07', 'B-CI-01', 'B-CS-01', 'B-CL-01'],
  );
  assert.equal(here.simulator.requests().length, 0);
});

test('B-TI-09 refuses one GUID for both ids before any request', async () => {
  await using here = await setUp();
  const outcome = await here.connect({ clientId: here.tenant.id });
  assert.equal(failure(outcome, 'input').code, 'B-TI-09');
  assert.equal(here.simulator.requests().length, 0);
});

test('B-TI-02 B-CI-01 B-CS-05 says for each field what was removed', async () => {
  await using here = await setUp();
  const outcome = connected(
    await here.connect({
      tenant: `{${here.tenant.id}}`,
      clientId: `${here.tenant.clientId} `,
      secret: new Secret(`${here.tenant.secret}\r\n`),
    }),
  );
  assert.match(coded(outcome, 'B-TI-02').message, /^Tenant ID: We removed braces/);
  assert.match(coded(outcome, 'B-CI-01').message, /^Client ID: We removed spaces/);
  assert.match(coded(outcome, 'B-CS-05').message, /^Credential: We removed a line break/);
});

test('B-CE-13 warns of a certificate that ends soon', async () => {
  await using here = await setUp();
  const { file, certificatePem } = certificateFile(12);
  here.tenant.app.addCertificate(certificatePem);
  const { message } = coded(connected(await here.connect({ certificate: { file } })), 'B-CE-13');
  assert.ok(message.includes(`${inDays(12).toISOString().slice(0, 10)}, in 12 days`), message);
});

test('does not show what was typed into the wrong field, since it may be the secret', async () => {
  await using here = await setUp();
  const outcome = await here.connect({ tenant: here.tenant.secret, clientId: here.tenant.secret });
  failure(outcome, 'input');
  assert.ok(!JSON.stringify(outcome).includes(here.tenant.secret.slice(0, 8)));
});
