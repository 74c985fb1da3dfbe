import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answering, coded, connected, failure, forbidden, setUp } from '../testing.ts';

test('B-CL-03 names what is missing, what is granted, and the consent link', async () => {
  await using here = await setUp();
  here.tenant.permissions.revoke('Directory.Read.All');
  const { step, code, message, detail } = failure(await here.connect());
  assert.deepEqual([step, code], ['permission:Directory.Read.All', 'B-CL-03']);
  assert.match(
    message,
    /^Directory\.Read\.All is missing \(needed for .*products.*\); User\.Read\.All is granted\./,
  );
  assert.ok(message.includes(`/${here.tenant.id}/adminconsent?client_id=${here.tenant.clientId}`));
  assert.match(detail ?? '', /^GET \/subscribedSkus: HTTP 403 Authorization_RequestDenied, request id /);
});

test('B-CL-04 thinks of delegated permissions where the token has no role at all', async () => {
  await using here = await setUp();
  here.tenant.permissions.revoke('Directory.Read.All');
  here.tenant.permissions.revoke('User.Read.All');
  const { step, code, message } = failure(await here.connect());
  assert.deepEqual([step, code], ['permission:Directory.Read.All', 'B-CL-04']);
  assert.match(
    message,
    /granted delegated permissions; this app runs without a user and needs application permissions/,
  );
  assert.ok(message.includes('/adminconsent?'));
});

test('B-CL-05 goes on without what can be missing, and says what stays empty', async () => {
  await using here = await setUp();
  here.simulator.intercept(answering('/groups', 403, forbidden));
  const { result, message } = coded(connected(await here.connect()), 'B-CL-05');
  assert.equal(result, 'warning');
  assert.match(message, /refuses \/groups: groups that hand out licenses stay empty/);
});

test('refuses a tenant whose users may not be read, after saying that products may', async () => {
  await using here = await setUp();
  here.simulator.intercept(answering('/users', 403, forbidden));
  const outcome = await here.connect();
  assert.equal(failure(outcome).step, 'permission:User.Read.All');
  assert.ok(
    outcome.steps.some(({ step, result }) => step === 'permission:Directory.Read.All' && result === 'ok'),
  );
});

test('connects with the smaller permissions in place of Directory.Read.All', async () => {
  await using here = await setUp();
  here.tenant.permissions.revoke('Directory.Read.All');
  for (const role of ['Organization.Read.All', 'LicenseAssignment.Read.All', 'GroupMember.Read.All']) {
    here.tenant.permissions.grant(role);
  }
  const outcome = connected(await here.connect());
  const step = outcome.steps.find((each) => each.step === 'permission:Directory.Read.All');
  assert.match(step?.message ?? '', /not granted by name.*works with .*LicenseAssignment\.Read\.All/);
  assert.equal(outcome.connection.credentialEndsAt, null);
});

test('B-CL-06 waits for a consent given a moment ago when asked to, with new tokens', async () => {
  await using here = await setUp();
  here.tenant.permissions.revoke('Directory.Read.All');
  here.tenant.permissions.revoke('User.Read.All');
  here.waits.onWait = () => {
    here.tenant.permissions.grant('Directory.Read.All');
    here.tenant.permissions.grant('User.Read.All');
  };
  const outcome = connected(await here.connect({ wait: true }));
  assert.match(coded(outcome, 'B-CL-06').message, /a consent given a moment ago.*Trying again in 15 s/);
  assert.deepEqual([...(outcome.connection.roles ?? [])].sort(), ['Directory.Read.All', 'User.Read.All']);
  assert.equal(here.waits.seconds, 15);
});

test('B-CL-06 does not wait unless asked to', async () => {
  await using here = await setUp();
  here.simulator.intercept(answering('/subscribedSkus', 403, forbidden));
  assert.equal(failure(await here.connect()).code, 'B-CL-06');
  assert.equal(here.waits.seconds, 0);
});

test('B-CL-09 warns of permissions that are more than needed', async () => {
  await using here = await setUp();
  here.tenant.permissions.grant('User.ReadWrite.All');
  const { result, message } = coded(connected(await here.connect()), 'B-CL-09');
  assert.equal(result, 'warning');
  assert.match(message, /User\.ReadWrite\.All/);
});
