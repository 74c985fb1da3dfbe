import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificateFile, coded, connected, setUp, inDays } from '../testing.ts';

test('B-CS-12 warns of a secret that ends soon, with the date', async () => {
  await using here = await setUp();
  const endsAt = inDays(10);
  here.tenant.app.endSecrets(endsAt);
  const outcome = connected(await here.connect());
  assert.deepEqual(outcome.connection.credentialEndsAt, endsAt);
  const { result, message } = coded(outcome, 'B-CS-12');
  assert.equal(result, 'warning');
  assert.ok(message.includes(`${endsAt.toISOString().slice(0, 10)}, in 10 days`));
});

test('signs in with a certificate, whose end it knows without asking', async () => {
  await using here = await setUp();
  const { file, certificatePem } = certificateFile(200);
  here.tenant.app.addCertificate(certificatePem);
  const { connection, steps } = connected(await here.connect({ certificate: { file } }));
  assert.equal(connection.credential.kind, 'certificate');
  assert.deepEqual(connection.credentialEndsAt, inDays(200));
  assert.ok(steps.every(({ result }) => result === 'ok'));
});
