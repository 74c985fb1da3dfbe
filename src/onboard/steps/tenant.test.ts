import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Http } from '../../graph/http.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { coded, connected, failure, setUp, tokenRequests } from '../testing.ts';

test('B-TI-03 turns a domain into the id of its tenant', async () => {
  await using here = await setUp();
  const outcome = connected(await here.connect({ tenant: here.tenant.domain.toUpperCase() }));
  assert.equal(outcome.connection.tenantId, here.tenant.id);
  assert.ok(coded(outcome, 'B-TI-03').message.startsWith(`${here.tenant.domain} = ${here.tenant.id}`));
});

test('B-TI-04 says in which cloud there is no such tenant', async () => {
  await using here = await setUp();
  const { step, code, message } = failure(await here.connect({ tenant: 'nobody.example' }));
  assert.deepEqual([step, code], ['tenant', 'B-TI-04']);
  assert.match(message, /No tenant "nobody\.example" in the custom cloud.*another cloud/);
  assert.equal(tokenRequests(here.simulator), 0);
});

test('B-TI-08 sees that the two ids are swapped', async () => {
  await using here = await setUp();
  const { code, message } = failure(
    await here.connect({ tenant: here.tenant.clientId, clientId: here.tenant.id }),
  );
  assert.equal(code, 'B-TI-08');
  assert.match(message, /look swapped/);
});

test('B-TI-10 says of an unknown GUID that object ids do not work', async () => {
  await using here = await setUp();
  const { code, message } = failure(await here.connect({ tenant: here.tenant.objectId }));
  assert.equal(code, 'B-TI-04');
  assert.match(message, /Object IDs of users, apps or groups do not work here/);
});

test('B-TI-11 says that a known tenant gets a new credential', async () => {
  await using here = await setUp();
  const known = (tenantId: string) =>
    Promise.resolve(
      tenantId === here.tenant.id ? { name: 'Contoso', addedAt: '2026-03-01T10:00:00.000Z' } : null,
    );
  const outcome = connected(await here.connect({ tenant: here.tenant.initialDomain }, { known }));
  assert.equal(outcome.replaces, true);
  assert.match(coded(outcome, 'B-TI-11').message, /Already added as "Contoso" on 2026-03-01/);
});

test('B-CL-01 finds the cloud in which a tenant lives', async () => {
  await using here = await setUp();
  await using elsewhere = await startSimulator({ seed: 7, users: 5 });
  const [foreign] = elsewhere.tenants;
  assert.ok(foreign);
  const hosts: Readonly<Record<string, string>> = {
    'https://login.microsoftonline.com': here.simulator.url,
    'https://graph.microsoft.com': here.simulator.url,
    'https://login.microsoftonline.us': elsewhere.url,
    'https://login.partner.microsoftonline.cn': here.simulator.url,
  };
  const http: Http = (request) => {
    const { origin } = new URL(request.url);
    const standIn = hosts[origin];
    assert.ok(standIn, `asked ${origin}`);
    return here.http({ ...request, url: request.url.replace(origin, standIn) });
  };
  const input = { tenant: foreign.id, cloud: 'global', authorityHost: undefined, graphHost: undefined };
  const { code, message } = failure(await here.connect(input, { http }));
  assert.equal(code, 'B-CL-01');
  assert.match(
    message,
    /lives in Microsoft Cloud for US Government .*Choose the cloud "usgov" or "usgov-dod"/,
  );
});

test("B-CL-11 suspects a proxy where the answer is not Microsoft's", async () => {
  await using here = await setUp();
  here.simulator.intercept(({ path }) =>
    path.endsWith('/openid-configuration')
      ? { status: 200, body: '<html>Sign in to the guest network</html>' }
      : undefined,
  );
  const { step, code, message } = failure(await here.connect(), 'unreachable');
  assert.deepEqual([step, code], ['tenant', 'B-CL-11']);
  assert.match(message, /proxy or a sign-in page of the network/);
});
