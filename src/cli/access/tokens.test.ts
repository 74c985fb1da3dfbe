import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CreateTokenRequest, Token } from '../../api/contract/access.ts';
import { run } from '../testing/run.ts';
import { contoso } from '../testing/tenant-data.ts';
import { parseCsv } from '../testing/text.ts';

const secret = `slt_${'x'.repeat(43)}`;
const token: Token = {
  id: '4f1c9a0be27d6358',
  name: 'nightly',
  owner: null,
  role: 'admin',
  tenants: [contoso.id],
  createdAt: '2026-11-24T06:00:00.000Z',
  expiresAt: '2027-02-22T06:00:00.000Z',
  lastUsedAt: null,
};

function creating() {
  const requests: CreateTokenRequest[] = [];
  const operations = {
    tenants: async () => [contoso],
    createToken: async (request: CreateTokenRequest) => {
      requests.push(request);
      return { token, secret };
    },
  };
  return { requests, operations };
}

test('a token is alone on stdout, what it may do is told beside it', async () => {
  const { requests, operations } = creating();
  const line = 'token create nightly --role admin --tenants contoso.com --expires 90';
  const { stdout, stderr } = await run(line, { operations });
  assert.equal(stdout, `${secret}\n`);
  assert.equal(
    stderr,
    `nightly may call as admin, tenants: Contoso, until 22 Feb 2027.
The token is shown this once and kept nowhere. Send it as Authorization: Bearer.
`,
  );
  assert.deepEqual(requests, [{ name: 'nightly', role: 'admin', tenants: ['contoso.com'], expires: 90 }]);
  const json = await run('token create nightly --output json --quiet', { operations });
  assert.deepEqual([JSON.parse(json.stdout), json.stderr], [{ token, secret }, '']);
  assert.deepEqual(requests[1], { name: 'nightly' });
});

test('a token is never an owner, and its days are a whole number', async () => {
  const owner = await run('token create x --role owner');
  assert.deepEqual([owner.code, /Allowed choices are admin, viewer/.test(owner.stderr)], [2, true]);
  const days = await run('token create x --expires 0');
  assert.deepEqual([days.code, /from 1 to 3650/.test(days.stderr)], [2, true]);
});

test('token list shows when each ends and was used, and token alone is the same', async () => {
  const over = { ...token, name: 'old', tenants: 'all' as const, expiresAt: '2026-11-20T06:00:00.000Z' };
  const operations = { tokens: async () => [token, over], tenants: async () => [contoso] };
  const { stdout } = await run('token list', { columns: 80, operations });
  assert.equal(
    stdout,
    `Name     Role   Tenants  Ends        Used   Id
nightly  admin  Contoso  in 89 days  never  4f1c9a0be27d6358
old      admin  all      4 days ago  never  4f1c9a0be27d6358
`,
  );
  assert.equal((await run('token', { columns: 80, operations })).stdout, stdout);
  assert.deepEqual(JSON.parse((await run('token list --output json', { operations })).stdout), [token, over]);
  assert.equal(parseCsv((await run('token list --output csv', { operations })).stdout)[1]?.[3], contoso.id);
});

test('no token is told with how to make one', async () => {
  const { stderr } = await run('token list', { operations: { tokens: async () => [] } });
  assert.equal(stderr, 'No token yet. First: seatledger token create NAME\n');
});

test('token revoke takes an id or a name', async () => {
  const revoked: string[] = [];
  const operations = {
    revokeToken: async (idOrName: string) => {
      revoked.push(idOrName);
      return token;
    },
  };
  const { stdout } = await run('token revoke 4f1c9a0be27d6358', { operations });
  assert.equal(stdout, 'The token nightly is revoked: it opens nothing any more.\n');
  const json = await run('token revoke nightly --output json', { operations });
  assert.deepEqual(JSON.parse(json.stdout), token);
  assert.deepEqual(revoked, ['4f1c9a0be27d6358', 'nightly']);
});
