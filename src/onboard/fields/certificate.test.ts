import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../../domain/secret.ts';
import { makeCertificate, makePfx } from '../../graph/testing/certificates.ts';
import { readCertificateFile } from './certificate.ts';

const now = new Date('2026-11-24T23:00:00Z');
const { certificate, key } = makeCertificate({});

function refused(file: Uint8Array, code: string, message: RegExp, password?: string): void {
  const field = readCertificateFile(file, password === undefined ? undefined : new Secret(password), now);
  assert.ok(!field.ok, 'was accepted');
  assert.equal(field.problem.code, code);
  assert.match(field.problem.message, message);
}

test('takes a certificate with its key in a PEM file', () => {
  const field = readCertificateFile(Buffer.from(certificate + key), undefined, now);
  assert.ok(field.ok);
  assert.equal(field.value.kind, 'certificate');
  assert.deepEqual(field.notes, []);
});

test('B-CE-01 B-CE-17 hands on what is wrong with a file', () => {
  refused(Buffer.from(certificate), 'B-CE-01', /private key/);
  refused(Buffer.from('a'.repeat(40)), 'B-CE-17', /thumbprint/);
});

test('B-CE-03 takes a password with the line break of its editor, and says so', () => {
  const pfx = makePfx([certificate], key, 'open sesame ');
  const field = readCertificateFile(pfx, new Secret('open sesame \r\n'), now);
  assert.ok(field.ok, field.ok ? '' : field.problem.message);
  assert.deepEqual(
    field.notes.map((note) => note.code),
    ['B-CE-03'],
  );
  refused(pfx, 'B-CE-03', /assword/, 'open sesame');
});

test('B-CE-18 refuses an empty file and one of 50 MB', () => {
  refused(new Uint8Array(), 'B-CE-18', /empty; expected a few KB/);
  refused(new Uint8Array(50 * 1024 * 1024), 'B-CE-18', /50 MB long/);
});
