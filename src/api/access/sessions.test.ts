import assert from 'node:assert/strict';
import type { Access } from './access.ts';
import { contoso, minutes, origin, otherPassword, password, refusal, withAccess } from './testing.ts';

async function signedIn(access: Access, name = 'Ana', session: string | null = null): Promise<string> {
  return (await access.signIn({ ...origin, session, name, password })).value;
}

async function anaAndBen(access: Access): Promise<void> {
  await access.addAccount({ name: 'Ana', role: 'owner', password });
  await access.addAccount({ name: 'Ben', role: 'admin', password });
}

withAccess(
  'S-SE-01 each sign-in is a new session, and the one that came along is over',
  async ({ access }) => {
    await anaAndBen(access);
    const planted = 'chosen-by-someone-else';
    const first = await signedIn(access, 'Ana', planted);
    assert.notEqual(first, planted);
    assert.equal(await access.callerOfSession(planted), null);
    const second = await signedIn(access, 'Ana', first);
    assert.equal(await access.callerOfSession(first), null);
    assert.equal((await access.callerOfSession(second))?.name, 'Ana');
  },
);

withAccess('S-SE-02 after signing out the cookie opens nothing', async ({ access }) => {
  await anaAndBen(access);
  const [gone, other] = [await signedIn(access), await signedIn(access)];
  await access.signOut(gone);
  assert.equal(await access.callerOfSession(gone), null);
  assert.notEqual(await access.callerOfSession(other), null);
});

withAccess('S-SE-02 a changed or removed account is signed out everywhere at once', async ({ access }) => {
  await anaAndBen(access);
  for (const change of [
    { password },
    { role: 'viewer' as const },
    { tenants: ['contoso'] },
    { tenants: 'all' as const },
  ]) {
    const cookie = await signedIn(access, 'Ben');
    await access.changeAccount('BEN', change);
    assert.equal(await access.callerOfSession(cookie), null);
  }
  const cookie = await signedIn(access, 'Ben');
  await access.removeAccount('ben');
  assert.equal(await access.callerOfSession(cookie), null);
  await access.addAccount({ name: 'Ben', role: 'owner', password });
  assert.equal(await access.callerOfSession(cookie), null, 'not even for another of that name');
});

withAccess('S-SE-04 what the table of sessions and tokens holds opens nothing', async ({ access, store }) => {
  await anaAndBen(access);
  const cookie = await signedIn(access);
  const { secret } = await access.createToken(
    { kind: 'account', name: 'Ana', role: 'owner', tenants: 'all' },
    { name: 'nightly' },
  );
  assert.ok(cookie.length >= 43 && secret.length >= 43, '256 bits');
  const rows: unknown[] = [
    ...(await store.db.selectFrom('accessSession').selectAll().execute()),
    ...(await store.db.selectFrom('accessToken').selectAll().execute()),
    ...(await store.db.selectFrom('accessAccount').selectAll().execute()),
  ];
  for (const value of rows.flatMap((row) => Object.values(row as object)).map(String)) {
    assert.ok(!value.includes(cookie) && !value.includes(secret) && !value.includes(password));
    assert.equal(await access.callerOfSession(value), null);
    assert.equal(await access.callerOfToken(value), null);
    assert.equal(await access.callerOfToken(`slt_${value}`), null);
  }
});

withAccess(
  'a session ends after half an hour without use, and after twelve hours',
  async ({ access, pass }) => {
    await anaAndBen(access);
    const [idle, used] = [await signedIn(access), await signedIn(access)];
    for (let passed = 0; passed < 12 * 60; passed += 20) {
      assert.notEqual(await access.callerOfSession(used), null);
      pass(minutes(20));
    }
    assert.equal(await access.callerOfSession(used), null);
    assert.equal(await access.callerOfSession(idle), null);
    const again = await signedIn(access);
    pass(minutes(30));
    assert.equal(await access.callerOfSession(again), null);
  },
);

withAccess(
  'a session that is in use is written down once a minute at most',
  async ({ access, store, pass }) => {
    await anaAndBen(access);
    const cookie = await signedIn(access);
    const lastUsed = async () =>
      (await store.db.selectFrom('accessSession').select('lastUsedAt').executeTakeFirst())?.lastUsedAt;
    pass(59_000);
    await access.callerOfSession(cookie);
    assert.equal(await lastUsed(), '2026-03-01T08:00:00.000Z');
    pass(1000);
    await access.callerOfSession(cookie);
    assert.equal(await lastUsed(), '2026-03-01T08:01:00.000Z');
  },
);

withAccess('people see and end their own sessions, an owner everyone’s', async ({ access }) => {
  await anaAndBen(access);
  const [ana, ben] = [await signedIn(access, 'Ana'), await signedIn(access, 'Ben')];
  const [callerAna, callerBen] = [await access.callerOfSession(ana), await access.callerOfSession(ben)];
  assert.ok(callerAna && callerBen);
  const all = await access.sessions(callerAna, ana);
  const currentOf = new Map(all.map(({ account, current }) => [account, current]));
  assert.deepEqual([all.length, currentOf.get('Ana'), currentOf.get('Ben')], [2, true, false]);
  const own = await access.sessions(callerBen, ben);
  assert.deepEqual(
    own.map(({ account, current }) => [account, current]),
    [['Ben', true]],
  );
  const anas = all.find(({ account }) => account === 'Ana');
  await assert.rejects(access.endSession(callerBen, anas?.id ?? ''), refusal('not-found'));
  await assert.rejects(access.endSession(callerAna, '\0'), refusal('not-found'));
  await access.endSession(callerAna, own[0]?.id ?? '');
  assert.equal(await access.callerOfSession(ben), null);
});

withAccess('a token that has the name of an account does not see its sessions', async ({ access }) => {
  await anaAndBen(access);
  await signedIn(access, 'Ben');
  const caller = { kind: 'token', name: 'Ben', role: 'admin', tenants: [contoso] } as const;
  assert.deepEqual(await access.sessions(caller, null), []);
});

withAccess(
  'what a browser says of itself is cut short and without control characters',
  async ({ access }) => {
    await anaAndBen(access);
    const client = `evil\u001b[2J${'x'.repeat(1000)}`;
    const { value } = await access.signIn({ ...origin, client, name: 'Ana', password });
    const [session] = await access.sessions(
      { kind: 'local', name: '', role: 'owner', tenants: 'all' },
      value,
    );
    assert.equal(session?.client?.length, 200);
    assert.match(session?.client ?? '', /^evil \[2Jx+$/);
  },
);

withAccess('a new password opens, and the old one no longer', async ({ access }) => {
  await anaAndBen(access);
  await access.changeAccount('Ben', { password: otherPassword });
  await assert.rejects(signedIn(access, 'Ben'), refusal('not-signed-in'));
  await access.signIn({ ...origin, name: 'Ben', password: otherPassword });
});
