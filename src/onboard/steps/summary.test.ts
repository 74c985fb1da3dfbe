import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answering, coded, connected, setUp } from '../testing.ts';

test('B-TI-12 shows name, domains, country and number of users for a person to confirm', async () => {
  await using here = await setUp();
  const { message } = coded(await here.connect(), 'B-TI-12');
  for (const words of [
    here.tenant.displayName,
    here.tenant.domain,
    here.tenant.id,
    ` ${here.tenant.userCount()} users`,
  ]) {
    assert.ok(message.includes(words), `${words}: ${message}`);
  }
});

test('B-CL-08 says that sign-ins stay unknown without Entra ID P1', async () => {
  await using here = await setUp();
  here.tenant.permissions.grant('AuditLog.Read.All');
  const row = { id: here.tenant.id, displayName: 'Contoso', verifiedDomains: [], assignedPlans: [] };
  here.simulator.intercept(answering('/organization', 200, { value: [row] }));
  assert.equal(coded(connected(await here.connect()), 'B-CL-08').result, 'note');
});
