import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { Secret } from '../domain/secret.ts';
import { readCertificate } from './certificate.ts';
import {
  curvePem,
  makeCertificate,
  makePfx,
  makePkcs7,
  makeRequest,
  oldPfx,
  protectedKey,
} from './testing/certificates.ts';
import { CredentialProblem } from './errors.ts';

const now = new Date('2026-11-24T23:00:00Z');
const ours = makeCertificate({});
const other = makeCertificate({ name: 'Other' });

function read(file: string | Buffer, password?: string) {
  return readCertificate(Buffer.from(file), password === undefined ? undefined : new Secret(password), now);
}

function refused(file: string | Buffer, code: string, message: RegExp, password?: string): void {
  assert.throws(
    () => read(file, password),
    (error) => {
      assert.ok(error instanceof CredentialProblem, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, message);
      return true;
    },
  );
}

test('reads certificate and key from PEM in either order, from PFX, and from a PFX in base64', () => {
  const { fingerprint, fingerprint256 } = new X509Certificate(ours.certificate);
  const pfx = makePfx([ours.certificate], ours.key, 'pass word');
  for (const [file, password] of [
    [ours.certificate + ours.key],
    [`Bag Attributes\n    friendlyName: x\n${ours.key}\n${ours.certificate}`],
    [ours.key + ours.certificate, 'not needed'],
    [pfx, 'pass word'],
    [makePfx([ours.certificate], ours.key, 'pass word', '3des'), 'pass word'],
    [pfx.toString('base64').replace(/.{64}/g, '$&\r\n'), 'pass word'],
  ] as const) {
    const credential = read(file, password);
    assert.deepEqual(
      { ...credential, certificatePem: '', privateKeyPem: '' },
      {
        kind: 'certificate',
        certificatePem: '',
        privateKeyPem: '',
        subject: 'CN=Seatledger',
        sha1: fingerprint.replaceAll(':', ''),
        sha256: fingerprint256.replaceAll(':', ''),
        validFrom: new Date('2026-01-01'),
        validTo: new Date('2027-01-01'),
      },
    );
    assert.ok(
      new X509Certificate(credential.certificatePem).checkPrivateKey(keyOf(credential.privateKeyPem)),
    );
    assert.match(credential.privateKeyPem.reveal(), /^-----BEGIN PRIVATE KEY-----/);
  }
});

function keyOf(pem: Secret) {
  return createPrivateKey(pem.reveal());
}

test('B-CE-01 a certificate without its key, and a key without its certificate', () => {
  refused(ours.certificate, 'B-CE-01', /only the public certificate/);
  refused(new X509Certificate(ours.certificate).raw, 'B-CE-01', /only the public certificate/);
  refused(ours.key, 'B-CE-01', /only a private key/);
  const der = createPrivateKey(ours.key).export({ format: 'der', type: 'pkcs8' });
  refused(der, 'B-CE-01', /only a private key/);
});

test('B-CE-02 a PFX without its key', () => {
  refused(
    makePfx([ours.certificate], null, 'p'),
    'B-CE-02',
    /no private key.*Yes, export the private key/,
    'p',
  );
});

test('B-CE-03 a wrong or missing PFX password', () => {
  const pfx = makePfx([ours.certificate], ours.key, 'right');
  refused(pfx, 'B-CE-03', /password does not open/, 'wrong');
  refused(pfx, 'B-CE-03', /enter the password/);
  refused(pfx, 'B-CE-03', /enter the password/, '');
});

test('B-CE-04 a PFX in the encryption of old Windows', () => {
  refused(oldPfx, 'B-CE-04', /openssl pkcs12 -legacy/, 'old-password');
});

test('B-CE-05 a file that was cut off', () => {
  const pfx = makePfx([ours.certificate], ours.key, 'p');
  refused(pfx.subarray(0, 900), 'B-CE-05', /incomplete \(900 bytes\)/, 'p');
  refused(`${ours.certificate}${ours.key}`.slice(0, -40), 'B-CE-05', /incomplete/);
  refused(`${ours.key}${ours.certificate.replace(/\n.{64}\r/, '\n')}`, 'B-CE-05', /certificate .* damaged/);
  refused(`${ours.certificate}${ours.key.replace(/\n.{64}\r/, '\n')}`, 'B-CE-05', /key .* damaged/);
});

test('B-CE-06 the content decides, and text that is neither PEM nor PFX is called that', () => {
  refused('SECRET=abc', 'B-CE-06', /neither a PFX nor a PEM/);
  refused('', 'B-CE-06', /neither a PFX nor a PEM/);
});

test('a PEM file that PowerShell wrote as UTF-16 is read', () => {
  assert.equal(read(Buffer.from(`\uFEFF${ours.certificate}${ours.key}`, 'utf16le')).subject, 'CN=Seatledger');
});

for (const form of ['pkcs8', 'traditional'] as const) {
  test(`B-CE-07 B-CE-08 a protected key (${form}) wants its passphrase`, () => {
    const file = ours.certificate + protectedKey(ours.key, 'open', form);
    refused(file, 'B-CE-07', /enter its passphrase/);
    refused(file, 'B-CE-08', /passphrase does not open/, 'close');
    assert.equal(read(file, 'open').subject, 'CN=Seatledger');
  });
}

test('B-CE-09 an elliptic-curve key', () => {
  refused(curvePem, 'B-CE-09', /needs an RSA key.*EC P-256/);
});

test('B-CE-10 a key of 1024 bits', () => {
  const weak = makeCertificate({ bits: 1024 });
  refused(weak.certificate + weak.key, 'B-CE-10', /1024 bits, at least 2048/);
});

test('B-CE-11 a key of another certificate', () => {
  refused(ours.certificate + other.key, 'B-CE-11', /does not belong to its certificate \(CN=Seatledger\)/);
  refused(makePfx([ours.certificate], other.key, 'p'), 'B-CE-11', /does not belong/, 'p');
});

test('B-CE-12 a certificate that is not valid yet, with the clock of this machine', () => {
  const soon = makeCertificate({ from: '2026-11-25T08:00:00Z' });
  refused(
    soon.certificate + soon.key,
    'B-CE-12',
    /valid from 2026-11-25 08:00 UTC, which is in 9 h\. .*clock says 2026-11-24 23:00 UTC/,
  );
});

test('B-CE-13 a certificate that expired', () => {
  const old = makeCertificate({ from: '2025-01-01', to: '2026-11-24T22:59:00Z' });
  refused(old.certificate + old.key, 'B-CE-13', /expired on 2026-11-24 22:59 UTC/);
});

test('B-CE-15 of several certificates the one of the key is taken', () => {
  const third = makeCertificate({ name: 'Third' });
  const both = other.certificate + third.certificate + ours.certificate;
  assert.equal(read(both + ours.key).subject, 'CN=Seatledger');
  assert.equal(read(both + third.key).subject, 'CN=Third');
  assert.equal(read(other.key + both + ours.certificate).subject, 'CN=Other');
  assert.equal(
    read(makePfx([other.certificate, ours.certificate], ours.key, 'p'), 'p').subject,
    'CN=Seatledger',
  );
});

test('B-CE-16 other kinds of files are called by their name', () => {
  const request = makeRequest(ours.key);
  const pkcs7 = makePkcs7(ours.certificate);
  const der = (pem: string) => Buffer.from(pem.replace(/-----.*?-----/g, ''), 'base64');
  for (const [file, name] of [
    [request, /certificate request \(CSR\)/],
    [der(request), /certificate request \(CSR\)/],
    [pkcs7, /PKCS#7/],
    [der(pkcs7), /PKCS#7/],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----', /SSH key/],
    ['ssh-rsa AAAAB3NzaC1yc2E ann@host', /SSH key/],
    ['PuTTY-User-Key-File-3: ssh-rsa', /SSH key/],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n-----END PGP PRIVATE KEY BLOCK-----', /PGP key/],
    [Buffer.from('feedfeed00000002', 'hex'), /Java keystore/],
  ] as const) {
    refused(file, 'B-CE-16', name);
  }
});

test('B-CE-17 a thumbprint instead of the file', () => {
  const { sha1, sha256 } = read(ours.certificate + ours.key);
  for (const thumbprint of [sha1, sha256.toLowerCase(), `${sha1.match(/../g)?.join(':')}\n`]) {
    refused(thumbprint, 'B-CE-17', /is a thumbprint/);
  }
});

test('no message holds a part of the key or the password', () => {
  const file = ours.certificate + protectedKey(ours.key, 'open-sesame', 'pkcs8');
  try {
    read(file, 'shut-sesame');
    assert.fail();
  } catch (error) {
    assert.ok(error instanceof CredentialProblem);
    assert.doesNotMatch(`${error.message} ${JSON.stringify(error)}`, /sesame|BEGIN/);
  }
});
