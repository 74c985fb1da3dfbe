import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../domain/secret.ts';
import type { StepResult } from './step.ts';
import { connected, setUp, inDays } from './testing.ts';

test('goes through every step in order and shows the tenant back', async () => {
  await using here = await setUp();
  const said: StepResult[] = [];
  const outcome = connected(
    await here.connect({ name: ' Head office ' }, { report: (step) => said.push(step) }),
  );
  assert.deepEqual(
    outcome.steps.map(({ step, result }) => `${step} ${result}`),
    [
      'input ok',
      'cloud ok',
      'tenant ok',
      'app ok',
      'credential ok',
      'identity ok',
      'permission:Directory.Read.All ok',
      'permission:User.Read.All ok',
      'summary ok',
    ],
  );
  assert.deepEqual(said, outcome.steps);
  const { connection, replaces } = outcome;
  assert.equal(replaces, false);
  assert.equal(connection.tenantId, here.tenant.id);
  assert.equal(connection.name, 'Head office');
  assert.equal(connection.organization.displayName, here.tenant.displayName);
  assert.equal(connection.organization.defaultDomain, here.tenant.domain);
  assert.equal(connection.userCount, here.tenant.userCount());
  assert.deepEqual([...(connection.roles ?? [])].sort(), ['Directory.Read.All', 'User.Read.All']);
  assert.ok(connection.credentialEndsAt && connection.credentialEndsAt > inDays(0));
});

test('never says a secret, in no message and no detail', async () => {
  await using here = await setUp();
  const secret = `${here.tenant.secret.slice(0, -3)}abc`;
  const outcome = await here.connect({ secret: new Secret(secret) });
  assert.ok(!JSON.stringify(outcome).includes(secret.slice(0, 12)));
});
