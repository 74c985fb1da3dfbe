import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { Person } from '../../api/contract/people.ts';
import { contosoId } from '../testing/constants.ts';
import { ana, anaDetail, wang } from '../testing/people-data.ts';
import { run, streamed } from '../testing/run.ts';
import { parseCsv } from '../testing/text.ts';

const operations = { users: () => streamed([ana, wang]), user: async () => anaDetail };

test('people at 80 columns: who, in which state, with which licenses', async () => {
  const { stdout, stderr } = await run('users', { columns: 80, operations });
  assert.equal(stderr, '2 people.\n');
  assert.equal(
    stdout,
    `Name       User principal name            State    Licenses
Ana Souza  ana.souza@contoso.com          blocked  Microsoft 365 E3, waits for…
王秀英     wang.xiuying_fabrikam.cn#EXT…  guest
`,
  );
});

test('people at 160 columns: also by which way, department and country', async () => {
  const { stdout } = await run('users', { columns: 160, operations });
  assert.equal(
    stdout,
    `Name       User principal name                                    State    Licenses                                  Source                  Department  Country
Ana Souza  ana.souza@contoso.com                                  blocked  Microsoft 365 E3, waits for Visio Plan 2  direct, group Sales BR  Sales       Brazil
王秀英     wang.xiuying_fabrikam.cn#EXT#@contoso.onmicrosoft.com  guest                                                                                  BR
`,
  );
});

test('a person is a card: identity, seats with their path, what waits and why, findings', async () => {
  const { stdout } = await run('user ana.souza@contoso.com', { operations });
  assert.equal(
    stdout,
    `Ana Souza
ana.souza@contoso.com · member · blocked · from on-premises · Contoso

Identity
  Object id       6e7b768e-07e2-4810-8459-485f84f8f204
  Mail            ana.souza@contoso.com
  Job title       Account manager
  Department      Sales
  Employee        1042, Employee
  Country         Brazil
  Usage location  BR
  Created         3 Feb 2021

Seats
  Microsoft 365 E3
      direct and group Sales BR · since before the first collection
      switched off: Sway, Yammer Enterprise

Waiting
  Visio Plan 2, group Design: no seat is left (CountViolation)

Findings
  disabled-but-licensed: blocked, holds Microsoft 365 E3

As of 24 Nov 2026 06:12 UTC, 2 h ago.
`,
  );
});

test('json and csv of people have the fields of the contract', async () => {
  const json = await run('users --output json', { operations });
  assert.deepEqual(JSON.parse(json.stdout), [ana, wang]);
  assert.deepEqual(Object.keys(ana), Object.keys(Person.properties));
  const csv = await run('users --output csv', { operations });
  const [header, first] = parseCsv(csv.stdout);
  assert.deepEqual(header, Object.keys(Person.properties));
  assert.deepEqual(first?.slice(2), [
    'ana.souza@contoso.com',
    'Ana Souza',
    'false',
    'member',
    'Sales',
    'Brazil',
    'BR',
    'SPE_E3',
    'VISIOCLIENT',
  ]);
});

test('--rows seats gives a csv row for each seat, none for who has none', async () => {
  const { stdout } = await run('users --rows seats --output csv', { operations });
  const rows = parseCsv(stdout);
  assert.equal(rows.length, 2);
  assert.deepEqual(rows[1]?.slice(9), [
    '05e9a617-0261-4cee-bb44-138d3ef5d965',
    'SPE_E3',
    'Microsoft 365 E3',
    'direct; group Sales BR',
    'active',
    '',
    '',
  ]);
  assert.equal((await run('users --rows seats', { operations })).code, 2);
});

test('what is asked for goes to the store as it was typed', async () => {
  const asked: unknown[] = [];
  const users = (request: unknown) => {
    asked.push(request);
    return streamed([]);
  };
  const line = 'users --tenant contoso.com --sku spe_e3 --search ana --finding double-assignment';
  const { code, stdout, stderr } = await run(line, { operations: { users } });
  assert.deepEqual(asked, [
    { tenant: 'contoso.com', sku: 'spe_e3', search: 'ana', finding: 'double-assignment' },
  ]);
  assert.deepEqual([code, stdout, stderr], [0, '', 'Nobody matches.\n']);
});

test('a long list is not read faster than it is written', async () => {
  let made = 0;
  async function* endless(): AsyncIterable<Person> {
    for (;;) {
      made += 1;
      yield { ...ana, tenantId: contosoId };
    }
  }
  const controller = new AbortController();
  const stdout = new Writable({ highWaterMark: 1, write: () => controller.abort() });
  const context = { stdout, interrupt: controller.signal };
  const { code } = await run('users --output json', { operations: { users: endless }, context });
  assert.equal(code, 130);
  assert.ok(made < 100, `${made} people were read for one chunk`);
});

test('a person as json is the whole answer', async () => {
  const { stdout } = await run('user ana --output json', { operations });
  assert.deepEqual(JSON.parse(stdout), anaDetail);
});
