import assert from 'node:assert/strict';
import { localCaller, type Caller } from '../../domain/access.ts';
import type { AddAccountRequest } from '../contract/access.ts';
import { contoso, fabrikam, minutes, password, refusal, withAccess } from './testing.ts';

const ana: Caller = { kind: 'account', name: 'Ana', role: 'admin', tenants: 'all' };
const ben: Caller = { kind: 'account', name: 'Ben', role: 'admin', tenants: [contoso] };
const accountOfAna: AddAccountRequest = { name: 'Ana', role: 'admin', password };
const accountOfBen: AddAccountRequest = { ...accountOfAna, name: 'Ben', tenants: ['contoso'] };

withAccess(
  'a token reads for a year unless asked otherwise, and then opens nothing',
  async ({ access, pass }) => {
    await access.addAccount(accountOfAna);
    const { token, secret } = await access.createToken(ana, { name: 'grafana' });
    assert.deepEqual(
      [token.role, token.tenants, token.expiresAt, token.lastUsedAt],
      ['viewer', 'all', '2027-03-01T08:00:00.000Z', null],
    );
    const caller = await access.callerOfToken(secret);
    assert.deepEqual(
      [caller?.kind, caller?.name, caller?.role, caller?.tenants],
      ['token', 'grafana', 'viewer', 'all'],
    );
    assert.equal((await access.tokens(ana))[0]?.lastUsedAt, '2026-03-01T08:00:00.000Z');
    pass(minutes(365 * 24 * 60));
    assert.equal(await access.callerOfToken(secret), null);
  },
);

withAccess('S-AZ-03 a token is at most what its maker is', async ({ access }) => {
  await access.addAccount(accountOfAna);
  await access.addAccount(accountOfBen);
  const viewer: Caller = { ...ben, role: 'viewer' };
  await assert.rejects(access.createToken(viewer, { name: 'x', role: 'admin' }), refusal('forbidden'));
  const foreign = access.createToken(ben, { name: 'x', tenants: ['fabrikam'] });
  const absent = access.createToken(ben, { name: 'x', tenants: ['nowhere'] });
  const messages = await Promise.all(
    [foreign, absent].map((one) => one.catch((error: Error) => error.message)),
  );
  assert.deepEqual(messages, ['There is no tenant "fabrikam" here.', 'There is no tenant "nowhere" here.']);
  await assert.rejects(access.createToken(ben, { name: 'x', tenants: [] }), refusal('wrong-input'));
  assert.deepEqual((await access.createToken(ben, { name: 'x' })).token.tenants, [contoso]);
});

withAccess(
  'S-AZ-03 tenants of nobody’s business are refused whoever resolves them',
  async ({ access, again }) => {
    await access.addAccount(accountOfBen);
    const careless = again({ resolveTenants: async () => [fabrikam] });
    await assert.rejects(
      careless.createToken(ben, { name: 'x', tenants: ['fabrikam'] }),
      refusal('not-found'),
    );
  },
);

withAccess('S-SE-02 a token is never more than its account is now', async ({ access }) => {
  await access.addAccount(accountOfAna);
  const { secret } = await access.createToken(ana, { name: 'nightly', role: 'admin' });
  assert.equal((await access.callerOfToken(secret))?.role, 'admin');
  await access.changeAccount('Ana', { role: 'viewer', tenants: ['fabrikam'] });
  const caller = await access.callerOfToken(secret);
  assert.deepEqual([caller?.role, caller?.tenants], ['viewer', [fabrikam]]);
  await access.removeAccount('Ana');
  assert.equal(await access.callerOfToken(secret), null);
});

withAccess('people see and revoke their own tokens, an owner everyone’s', async ({ access }) => {
  await access.addAccount(accountOfAna);
  await access.addAccount(accountOfBen);
  const anas = await access.createToken(ana, { name: 'nightly' });
  const bens = await access.createToken(ben, { name: 'Nightly' });
  const locals = await access.createToken(localCaller, { name: 'local' });
  await assert.rejects(access.createToken(ana, { name: 'NIGHTLY' }), refusal('conflict', /revoke that one/));
  assert.deepEqual(await access.tokens(ben), [bens.token]);
  assert.equal((await access.tokens(localCaller)).length, 3);
  for (const foreign of [anas.token.id, 'local']) {
    await assert.rejects(access.revokeToken(ben, foreign), refusal('not-found'));
  }
  await assert.rejects(access.revokeToken(localCaller, 'nightly'), refusal('conflict', /use the id/));
  assert.equal((await access.revokeToken(ben, 'nightly')).id, bens.token.id);
  await access.revokeToken(localCaller, anas.token.id);
  assert.equal(await access.callerOfToken(anas.secret), null);
  assert.equal((await access.callerOfToken(locals.secret))?.name, 'local');
});

withAccess(
  'what a token makes belongs to its account, ends with it, and is its own to see',
  async ({ access }) => {
    await access.addAccount(accountOfAna);
    const parent = await access.createToken(ana, { name: 'deploy', role: 'admin', expires: 10 });
    const caller = await access.callerOfToken(parent.secret);
    assert.ok(caller);
    assert.deepEqual(await access.tokens(caller), []);
    const child = await access.createToken(caller, { name: 'child' });
    assert.equal(child.token.expiresAt, parent.token.expiresAt);
    assert.deepEqual(await access.tokens(caller), [child.token]);
    await assert.rejects(access.revokeToken(caller, 'deploy'), refusal('not-found'));
    assert.equal((await access.tokens(ana)).length, 2);
    await access.revokeToken(ana, 'deploy');
    assert.equal(await access.callerOfToken(child.secret), null);
    for (const gone of [caller, { ...ana, kind: 'token' as const }]) {
      await assert.rejects(access.createToken(gone, { name: 'late' }), refusal('not-signed-in'));
    }
  },
);

withAccess('a token that is in use is written down once a minute at most', async ({ access, pass }) => {
  const { secret } = await access.createToken(localCaller, { name: 'nightly' });
  const used = async () => (await access.tokens(localCaller))[0]?.lastUsedAt;
  await access.callerOfToken(secret);
  pass(59_000);
  await access.callerOfToken(secret);
  assert.equal(await used(), '2026-03-01T08:00:00.000Z');
  pass(1000);
  await access.callerOfToken(secret);
  assert.equal(await used(), '2026-03-01T08:01:00.000Z');
});
