import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../domain/secret.ts';
import { cloudNamed } from '../graph/clouds.ts';
import type { Credential } from '../graph/credential.ts';
import { IdentityError } from '../graph/errors.ts';
import { explainRefusal, type Refusal } from './refusals.ts';

const global = cloudNamed('global');
assert.ok(global);
const app = {
  cloud: global,
  tenantId: '11111111-2222-4333-8444-55555555abcd',
  clientId: '66666666-7777-4888-8999-00000000beef',
};
const value = 'q7V8Q~nZ3tGm.kW_0xLr5yBd2HsJcP4uEa9TfKiM';
const secret: Credential = { kind: 'secret', secret: new Secret(value) };
const certificate: Credential = {
  kind: 'certificate',
  certificatePem: '',
  privateKeyPem: new Secret(''),
  subject: 'CN=seatledger',
  sha1: 'A1B2C3',
  sha256: 'D4E5F6',
  validFrom: new Date(0),
  validTo: new Date(1e13),
};

type Facts = Partial<Pick<IdentityError, 'oauthError' | 'httpStatus' | 'clockAheadSeconds'>> & {
  message?: string;
};

function refused(aadsts: number | null, credential = secret, facts: Facts = {}): Refusal {
  const error = new IdentityError(facts.message ?? `AADSTS${aadsts}: said by Microsoft`, {
    oauthError: 'invalid_client',
    httpStatus: 401,
    correlationId: 'c-1',
    traceId: 't-1',
    clockAheadSeconds: 0,
    ...facts,
    aadsts,
  });
  return explainRefusal(error, { ...app, credential });
}

const unauthorized = { oauthError: 'unauthorized_client', httpStatus: 400 };
const invalidRequest = { oauthError: 'invalid_request', httpStatus: 400 };

test('B-CI-02 tells the client id from the Object ID beside it', () => {
  const { step, code, message } = refused(700016, secret, unauthorized);
  assert.deepEqual([step, code], ['app', 'B-CI-02']);
  assert.match(
    message,
    /No application 66666666.* in the tenant 11111111.*Object ID next to it does not work/,
  );
  assert.doesNotMatch(message, /password|secret value/i);
});

test('B-CI-03 thinks of the Secret ID pasted as the client id', () => {
  assert.match(refused(700016, secret, unauthorized).message, /Secret ID from Certificates & secrets/);
});

test('B-CI-04 gives the consent link for an application of another tenant', () => {
  const link = `https://login.microsoftonline.com/${app.tenantId}/adminconsent?client_id=${app.clientId}`;
  assert.ok(refused(700016, secret, unauthorized).message.includes(link));
  const { step, code, message } = refused(7000229);
  assert.deepEqual([step, code], ['app', 'B-CI-04']);
  assert.ok(message.includes(link));
});

test('B-CI-05 says where a disabled application is switched on', () => {
  const { step, code, message, passes } = refused(7000112, secret, unauthorized);
  assert.deepEqual([step, code, passes], ['app', 'B-CI-05', false]);
  assert.match(message, /Enterprise applications.*Enabled for users to sign in/);
});

test('B-CI-06 explains that a public client has no secret', () => {
  assert.equal(refused(700025).code, 'B-CI-06');
});

test('B-CS-02 says how long the refused secret is, and nothing else of it', () => {
  const { step, code, message, fault } = refused(7000215);
  assert.deepEqual([step, code, fault], ['credential', 'B-CS-02', 'refused']);
  assert.match(message, /does not belong to this application \(40 characters\).*another app/);
  assert.ok(!message.includes(value.slice(0, 3)));
});

test('B-CS-03 says that an expired secret has to be replaced, and waits for nothing', () => {
  const { code, passes, message } = refused(7000222);
  assert.deepEqual([code, passes], ['B-CS-03', false]);
  assert.match(message, /expired.*~\/Credentials\/appId\/66666666/);
});

test('B-CS-04 thinks of a cut secret when a short one is refused', () => {
  assert.match(
    refused(7000215, { kind: 'secret', secret: new Secret('q7V8Q~nZ') }).message,
    /cut while copying/,
  );
});

test('B-CS-09 warns that a password was typed', () => {
  const { code, message } = refused(7000215, { kind: 'secret', secret: new Secret('Summer2026!') });
  assert.equal(code, 'B-CS-09');
  assert.match(message, /not a user's password\. If you just typed a password here, change it/);
});

test('B-CE-14 shows both thumbprints of a certificate that Entra does not know', () => {
  const { step, code, message } = refused(700027, certificate);
  assert.deepEqual([step, code], ['credential', 'B-CE-14']);
  assert.match(message, /SHA-1 A1B2C3, SHA-256 D4E5F6/);
});

test('B-CE-19 F-ID-14 blames the clock by the Date header, whatever number Microsoft gives', () => {
  const fast = refused(700024, certificate, { clockAheadSeconds: 660 });
  assert.deepEqual([fast.code, fast.passes], ['B-CE-19', false]);
  assert.match(fast.message, /clock is off by 660 s \(fast\)/);
  assert.match(refused(null, certificate, { clockAheadSeconds: -601 }).message, /off by 601 s \(slow\)/);
  assert.equal(refused(700027, certificate, { clockAheadSeconds: 4 }).code, 'B-CE-14');
  assert.equal(refused(7000215, secret, { clockAheadSeconds: 660 }).code, 'B-CS-02');
});

test('B-TI-04 B-TI-07 B-CL-01 B-CL-07 are told from a refused token too', () => {
  const steps = [90002, 900023, 9001023, 500011, 900382, 53003].map((number) => {
    const { step, code } = refused(number, secret, invalidRequest);
    return `${number} ${step} ${code}`;
  });
  assert.deepEqual(steps, [
    '90002 tenant B-TI-04',
    '900023 tenant B-TI-04',
    '9001023 tenant B-TI-07',
    '500011 cloud B-CL-01',
    '900382 cloud B-CL-01',
    '53003 credential B-CL-07',
  ]);
});

test('passes on what Microsoft says where the number is not known, first line only and without the secret', () => {
  const message = `AADSTS7654321: ${value} is odd\r\nTrace ID: t-1`;
  const refusal = refused(7654321, secret, { message });
  assert.deepEqual([refusal.step, refusal.code, refusal.passes], ['credential', undefined, true]);
  assert.match(refusal.message, /^AADSTS7654321: \[secret\] is odd\. Check the credential under/);
  assert.equal(refused(7654321, secret, { ...unauthorized, message }).step, 'app');
});

test("keeps Microsoft's code, correlation and trace id for support, out of the message", () => {
  const { detail, message } = refused(7000215);
  assert.equal(detail, 'AADSTS7000215 (invalid_client), correlation id c-1, trace id t-1');
  assert.doesNotMatch(message, /AADSTS|c-1/);
});

test('does not blame anyone for trouble of the sign-in service', () => {
  for (const facts of [
    { oauthError: 'temporarily_unavailable', httpStatus: 400 },
    { oauthError: 'server_error', httpStatus: 503 },
  ]) {
    const { fault, message } = refused(90033, secret, facts);
    assert.equal(fault, 'unreachable');
    assert.match(message, /busy/);
  }
});
