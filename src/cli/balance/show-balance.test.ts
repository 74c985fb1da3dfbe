import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BalanceLine } from '../../api/contract/balance.ts';
import {
  balanceLine,
  balanceLines,
  explanation,
  freshResources,
  staleResources,
} from '../testing/balance-data.ts';
import { contosoId } from '../testing/constants.ts';
import { run } from '../testing/run.ts';
import { parseCsv } from '../testing/text.ts';

const stale = { resources: async () => staleResources };

test('F-PM-01 the balance at 80 columns keeps what decides, and says which side is old and why', async () => {
  const { code, stdout, stderr } = await run('balance', { columns: 80, operations: stale });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.equal(
    stdout,
    `Contoso
Microsoft 365 E5 is 4 short; 50 seats of Exchange Online (Plan 1) are held on
expired units; 11 seats of Microsoft 365 E3 are held only by units in grace; 9
paid seats are free; 1 product is held without a subscription.

Product                    Purchased  Assigned  Available  Status
Paid
  Microsoft 365 E3               300       311          9  balanced · in grace
  Microsoft 365 E5             1,500     1,504         -4  open · 4 short
  Exchange Online (Plan…           0        50        -50  balanced · 50 expired
  Total of paid products       1,800     1,865        -45
Trial
  Visio Plan 2                    25         3         22  balanced
Free and self-service
  Microsoft Power Automa…     10,000         5      9,995  balanced
Not assigned to people
  Communications Credits           1         0             balanced
No subscription
  Unknown product (resem…          —         —          —  open · 2 held

As of 24 Nov 2026 06:12 UTC, 2 h ago, not complete.
Supply side (products and their units) as of 22 Nov 2026 06:12 UTC, 2 days ago:
  Microsoft refused: Directory.Read.All is missing
2 products do not reconcile: Microsoft 365 E5 and Unknown product (resembles
  Office 365 E3).
  Why: seatledger balance --explain SPE_E5
`,
  );
});

test('the balance at 160 columns has every column that says something, in the order of the product', async () => {
  const { stdout } = await run('balance', { columns: 160, operations: stale });
  assert.equal(
    stdout,
    `Contoso
Microsoft 365 E5 is 4 short; 50 seats of Exchange Online (Plan 1) are held on expired units; 11 seats of Microsoft 365 E3 are held only by units in grace; 9
paid seats are free; 1 product is held without a subscription.

Product                                      SKU               Purchased  In grace  Assigned  Available  Firm  Suspended  Counted  Gap  Status
Paid
  Microsoft 365 E3                           SPE_E3                  300        20       311          9   -11          0      311    0  balanced · in grace
  Microsoft 365 E5                           SPE_E5                1,500         0     1,504         -4                0    1,502    2  open · 4 short
  Exchange Online (Plan 1)                   EXCHANGESTANDARD          0         0        50        -50               50       50    0  balanced · 50 expired
  Total of paid products                                           1,800        20     1,865        -45               50    1,863    2
Trial
  Visio Plan 2                               VISIOCLIENT              25         0         3         22                0        3    0  balanced
Free and self-service
  Microsoft Power Automate Free              FLOW_FREE            10,000         0         5      9,995                0        5    0  balanced
Not assigned to people
  Communications Credits                     MCOPSTNC                  1         0         0                           0        0       balanced
No subscription
  Unknown product (resembles Office 365 E3)                            —         —         —          —                —        2    —  open · 2 held

As of 24 Nov 2026 06:12 UTC, 2 h ago, not complete.
Supply side (products and their units) as of 22 Nov 2026 06:12 UTC, 2 days ago: Microsoft refused: Directory.Read.All is missing
2 products do not reconcile: Microsoft 365 E5 and Unknown product (resembles Office 365 E3).
  Why: seatledger balance --explain SPE_E5
`,
  );
});

test('--explain writes the sums of a SKU down with their proofs', async () => {
  const operations = { explain: async () => [explanation] };
  const { stdout } = await run('balance --explain SPE_E3', { columns: 80, operations });
  assert.equal(
    stdout,
    `Microsoft 365 E3 in Contoso: balanced · in grace
SPE_E3 · 05e9a617-0261-4cee-bb44-138d3ef5d965 · paid

The sum
    enabled           300   prepaidUnits.enabled
  + in grace           20   prepaidUnits.warning
  = usable            320
  - assigned          311   consumedUnits
  = available           9

    enabled           300
  - assigned          311   consumedUnits
  = firm              -11   left if every unit in grace lapses
    grace held         11   seats that live only on units in grace

    assigned          311   as Microsoft counts
  - counted           311   people who hold it, counted by Seatledger
  = gap                 0

Subscriptions
  Status   Units  Since       Next date
  Enabled    300  1 Mar 2024  1 Mar 2027 (renewal)
  Warning     20  1 Nov 2025  1 Dec 2026 (expiry)

Seats by source
         12  assigned directly
        280  by groups
         17  both ways, counted once
          2  Microsoft names no source
        311  counted, one for each person
          2  wait for a seat, not counted

Proofs
  R1  ✓ equal      expected 320, found 320
      the subscriptions add up to the units
  R2  ✓ explained  expected 311, found 309
      people counted equal the seats that Microsoft counts
      2 seats are held by devices
  R3  ✓ equal      expected 309, found 309
      active assignments equal the seats
  R4  ? unknown    expected 1,610, found —
      people read equal the number that Microsoft gives

Read from Microsoft
  products and their units: 22 Nov 2026 06:12 UTC, 2 days ago, kept (Microsoft
      refused: Directory.Read.All is missing)
  subscriptions: 24 Nov 2026 06:12 UTC, 2 h ago
  people and their licenses: 24 Nov 2026 06:12 UTC, 2 h ago
`,
  );
});

test('no line is wider than the terminal, whatever its width', async () => {
  for (const columns of [80, 100, 120, 140, 160]) {
    const { stdout } = await run('balance', { columns, operations: stale });
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > columns),
      [],
    );
  }
});

test('all well is one sentence, a complete age and a stamp', async () => {
  const operations = { balance: async () => [balanceLine({})], resources: async () => freshResources };
  const { stdout } = await run('balance', { columns: 80, operations });
  assert.match(stdout, /^Contoso\n9 paid seats are free\.\n/);
  assert.match(stdout, /\nAs of 24 Nov 2026 06:12 UTC, 2 h ago, complete\.\nBalanced: 1 product reconciles/);
});

test('F-PG-16 what is short, expired or in grace is told apart in the sentence', async () => {
  const cases: readonly (readonly [Parameters<typeof balanceLine>[0], RegExp])[] = [
    [
      { consumed: 6, available: -1, over: 1, trueOver: 1 },
      /Microsoft 365 E3 is 1 short; no paid seat is free\./,
    ],
    [{ available: -50, over: 50, ghost: 50 }, /50 seats of Microsoft 365 E3 are held on expired units/],
    [
      { available: 0, firm: -1100, graceHeld: 1100 },
      /1,100 seats of Microsoft 365 E3 are held only by units in grace/,
    ],
    [{ available: null, status: 'unknown' }, /How many paid seats are free is not known\./],
    [{ class: 'free', available: 999_995 }, /No paid product\./],
  ];
  for (const [changes, expected] of cases) {
    const { stdout } = await run('balance', { operations: { balance: async () => [balanceLine(changes)] } });
    assert.match(stdout, expected);
  }
});

test('the total is of paid products alone, and unknown when one of them is', async () => {
  const lines = [
    balanceLine({}),
    balanceLine({ consumed: null, available: null }),
    balanceLine({ class: 'free' }),
  ];
  const { stdout } = await run('balance', { columns: 80, operations: { balance: async () => lines } });
  assert.match(stdout, / {2}Total of paid products +600 +— +— +582\n/);
});

test('a negative figure is red and has its minus, and color is off where it cannot be seen', async () => {
  const operations = { balance: async () => [balanceLine({ available: -4 })] };
  const colored = await run('balance', { columns: 80, operations, context: { env: {} } });
  assert.match(colored.stdout, /\u001b\[31m +-4\u001b\[39m/);
  for (const [line, columns, env] of [
    ['balance', undefined, {}],
    ['balance', 80, { NO_COLOR: '1' }],
    ['balance --no-color', 80, {}],
    ['balance', 80, { TERM: 'dumb' }],
  ] as const) {
    const { stdout } = await run(line, { ...(columns && { columns }), operations, context: { env } });
    assert.doesNotMatch(stdout, /\u001b/);
  }
});

test('a past day says nothing of how old the resources are now', async () => {
  const asked: unknown[] = [];
  const operations = {
    balance: async (request: unknown) => {
      asked.push(request);
      return [balanceLine({})];
    },
    resources: () => {
      throw new Error('not to be asked');
    },
  };
  const { stdout } = await run('balance --at 2026-10-31 --tenant Contoso', { operations });
  assert.deepEqual(asked, [{ tenant: 'Contoso', at: '2026-10-31' }]);
  assert.match(stdout, /As of 24 Nov 2026 06:12 UTC, 2 h ago\.\n/);
});

test('several tenants follow each other, and the way to a proof names the tenant of the product', async () => {
  const other = balanceLine({ tenantId: 'b', tenantName: 'Fabrikam', status: 'open' });
  const { stdout } = await run('balance', { operations: { balance: async () => [balanceLine({}), other] } });
  assert.match(stdout, /\n\nFabrikam\n/);
  assert.match(
    stdout,
    /1 product does not reconcile: Microsoft 365 E3\.\n {2}Why: seatledger balance --explain SPE_E3 --tenant b\n/,
  );
});

test('a name cannot move the terminal', async () => {
  const lines = [
    balanceLine({ tenantName: '\u001b[2J', productName: '\u001b]0;x\u0007\u202e', status: 'open' }),
  ];
  const { stdout } = await run('balance', { operations: { balance: async () => lines } });
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('json is the lines as they are, csv their fields in the order of the contract', async () => {
  const json = await run('balance --output json');
  assert.deepEqual(JSON.parse(json.stdout), balanceLines);
  const csv = await run('balance --output csv');
  const [header, first] = parseCsv(csv.stdout);
  assert.deepEqual(header, Object.keys(BalanceLine.properties));
  assert.equal(first?.[0], contosoId);
  assert.equal(parseCsv(csv.stdout).length, balanceLines.length + 1);
});

test('--explain as json is the explanations as they are, and there is no csv of it', async () => {
  const asked: unknown[] = [];
  const operations = {
    explain: async (request: unknown) => {
      asked.push(request);
      return [explanation];
    },
  };
  const { stdout } = await run('balance --explain SPE_E3 --output json', { operations });
  assert.deepEqual(JSON.parse(stdout), [explanation]);
  assert.deepEqual(asked, [{ sku: 'SPE_E3' }]);
  assert.equal((await run('balance --explain SPE_E3 --output csv', { operations })).code, 2);
});

test('without a collection the balance says what to type', async () => {
  const { code, stdout, stderr } = await run('balance', { operations: { balance: async () => [] } });
  assert.deepEqual(
    [code, stdout, stderr],
    [0, '', 'Nothing to show yet. First: seatledger connect, then seatledger collect\n'],
  );
});
