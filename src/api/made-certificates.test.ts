import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { createMadeCertificates } from './made-certificates.ts';

test('a certificate made here is whole, self-signed, for two years, and its key fits', async () => {
  const certificates = createMadeCertificates(() => new Date('2026-11-24T12:00:00.000Z'));
  const { id, cer, thumbprint, endsAt } = await certificates.make('Seatledger');
  const pem = certificates.pemOf(id);
  const certificate = new X509Certificate(pem);
  assert.ok(certificate.verify(certificate.publicKey));
  assert.ok(certificate.checkPrivateKey(createPrivateKey(pem)));
  assert.equal(certificate.subject, 'CN=Seatledger');
  assert.equal(endsAt, '2028-11-24T12:00:00.000Z');
  assert.equal(new Date(certificate.validTo).toISOString(), endsAt);
  assert.equal(certificate.fingerprint.replaceAll(':', ''), thumbprint);
  assert.ok(certificate.raw.equals(Buffer.from(cer, 'base64')));
  assert.doesNotMatch(Buffer.from(cer, 'base64').toString('latin1'), /PRIVATE/);
});

test('a certificate waits a day for its tenant, and no longer', async () => {
  let now = new Date('2026-11-24T12:00:00.000Z');
  const certificates = createMadeCertificates(() => now);
  const { id } = await certificates.make('Seatledger');
  now = new Date('2026-11-25T12:00:01.000Z');
  assert.throws(() => certificates.pemOf(id), { code: 'wrong-input' });
});
