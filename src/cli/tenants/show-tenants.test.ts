import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contoso, fabrikam } from '../testing/tenant-data.ts';
import { run } from '../testing/run.ts';
import { parseCsv } from '../testing/text.ts';
import { typing } from '../testing/typing.ts';

const operations = { tenants: async () => [contoso, fabrikam] };

test('tenants at 80 columns: state, people, age and credential', async () => {
  const { stdout } = await run('tenants', { columns: 80, operations });
  assert.equal(
    stdout,
    `Name                         State    People  As of    Credential
Contoso                      active    1,610  2 h ago  secret, ends in 9 days
Fabrikam Deutschland GmbH…   refused       —  never    certificate to 4 Dec 2027
Fabrikam Deutschland GmbH & Co. KG: The application is disabled in the tenant.
`,
  );
});

test('json is the tenants as they are, csv has the credential in two columns', async () => {
  assert.deepEqual(JSON.parse((await run('tenants --output json', { operations })).stdout), [
    contoso,
    fabrikam,
  ]);
  const [header, first] = parseCsv((await run('tenants --output csv', { operations })).stdout);
  assert.deepEqual(header?.slice(4, 8), ['cloud', 'credentialKind', 'credentialEndsAt', 'state']);
  assert.deepEqual(first?.slice(4, 8), ['global', 'secret', '2026-12-04T00:00:00.000Z', 'active']);
});

test('without a terminal a tenant is removed only with --yes', async () => {
  const removed: string[] = [];
  const removing = {
    ...operations,
    removeTenant: async (tenant: string) => {
      removed.push(tenant);
      return contoso;
    },
  };
  const asked = await run('tenants remove contoso.com', { operations: removing });
  assert.equal(asked.code, 2);
  assert.match(asked.stderr, /Add --yes/);
  assert.deepEqual(removed, []);
  const done = await run('tenants remove contoso.com --yes', { operations: removing });
  assert.equal(done.code, 0);
  assert.equal(
    done.stdout,
    'Contoso (contoso.com, 1,610 people) is removed with all that was collected from it.\n',
  );
  assert.deepEqual(removed, ['contoso.com']);
});

test('on a terminal a tenant is removed after a yes', async () => {
  const removing = { ...operations, removeTenant: async () => contoso };
  const person = typing([['Remove Contoso (contoso.com, 1,610 people)', 'y']]);
  const done = await run('tenants remove contoso.com', { operations: removing, context: person });
  assert.equal(done.code, 0);
  assert.match(done.stdout, /is removed/);
  const refusing = typing([['Remove Contoso', 'n']]);
  const kept = await run('tenants remove contoso.com', { operations, context: refusing });
  assert.deepEqual([kept.code, kept.stdout], [0, '']);
});

test('pause and resume say what that means', async () => {
  const setup = { operations: { pauseTenant: async () => contoso, resumeTenant: async () => contoso } };
  assert.match((await run('tenants pause contoso.com', setup)).stdout, /^Contoso is paused/);
  assert.match((await run('tenants resume contoso.com', setup)).stdout, /^Contoso is collected from again/);
  assert.deepEqual(JSON.parse((await run('tenants pause contoso.com --output json', setup)).stdout), contoso);
});
