import assert from 'node:assert/strict';
import type { AddAccountRequest } from '../contract/access.ts';
import type { RefusalCode } from '../contract/refusal.ts';
import { contoso, password, refusal, withAccess } from './testing.ts';

const ana = { name: ' Ana ', role: 'owner', password } as const;

withAccess('accounts are listed without anything of their passwords', async ({ access }) => {
  await access.addAccount({ name: 'ben', role: 'viewer', password, tenants: ['contoso'] });
  const made = await access.addAccount(ana);
  assert.deepEqual(made, { name: 'Ana', role: 'owner', tenants: 'all', lastSignInAt: null });
  assert.deepEqual(await access.accounts(), [
    made,
    { name: 'ben', role: 'viewer', tenants: [contoso], lastSignInAt: null },
  ]);
});

withAccess('a request that does not hold together is refused with what to do', async ({ access }) => {
  await access.addAccount(ana);
  const refused: readonly (readonly [Partial<AddAccountRequest>, RefusalCode, RegExp])[] = [
    [{ name: 'ANA' }, 'conflict', /already/],
    [{ name: '' }, 'wrong-input', /begins with a letter/],
    [{ name: '--help' }, 'wrong-input', /begins with a letter/],
    [{ name: 'an\u202Ea' }, 'wrong-input', /letters, digits/],
    [{ name: 'ben', password: 'short' }, 'wrong-input', /too short/],
    [{ name: 'ben', tenants: ['contoso'] }, 'wrong-input', /sees all tenants/],
    [{ name: 'ben', role: 'viewer', tenants: ['nowhere'] }, 'not-found', /nowhere/],
  ];
  for (const [request, code, words] of refused) {
    await assert.rejects(access.addAccount({ ...ana, ...request }), refusal(code, words));
  }
  assert.equal((await access.accounts()).length, 1);
});

withAccess('the last owner can neither be removed nor be made less', async ({ access }) => {
  await access.addAccount(ana);
  await assert.rejects(access.removeAccount('ana'), refusal('conflict', /only owner/));
  await assert.rejects(access.changeAccount('ANA', { role: 'viewer' }), refusal('conflict', /only owner/));
  await access.addAccount({ ...ana, name: 'Ben' });
  assert.equal((await access.removeAccount('ana')).name, 'Ana');
  await assert.rejects(access.removeAccount('ana'), refusal('not-found', /account list/));
  await assert.rejects(access.changeAccount('ana', { role: 'viewer' }), refusal('not-found'));
});

withAccess('who becomes owner sees all tenants', async ({ access }) => {
  await access.addAccount({ name: 'ben', role: 'admin', password, tenants: ['contoso'] });
  await assert.rejects(
    access.changeAccount('ben', { role: 'owner', tenants: ['contoso'] }),
    refusal('wrong-input', /sees all/),
  );
  assert.deepEqual((await access.changeAccount('ben', { role: 'owner' })).tenants, 'all');
  await assert.rejects(access.changeAccount('ben', { tenants: ['contoso'] }), refusal('wrong-input'));
});
