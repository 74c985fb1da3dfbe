import assert from 'node:assert/strict';
import { minutes, origin, otherPassword, password, refusal, withAccess } from './testing.ts';
import type { Access } from './access.ts';

const owner = { name: 'Ana', role: 'owner', password } as const;

const guess = (access: Access, name: string, address: string, word = otherPassword) =>
  access.signIn({ ...origin, address, name, password: word });

async function fails(access: Access, name: string, address: string): Promise<string> {
  return guess(access, name, address).then(
    () => 'signed in',
    (error: { readonly code: string }) => error.code,
  );
}

withAccess('name and password open a session, in any letter case of the name', async ({ access }) => {
  await access.addAccount(owner);
  const { value, endsAt } = await guess(access, 'ANA', origin.address, password);
  assert.equal(endsAt.toISOString(), '2026-03-01T20:00:00.000Z');
  assert.deepEqual(await access.callerOfSession(value), {
    kind: 'account',
    name: 'Ana',
    role: 'owner',
    tenants: 'all',
  });
});

withAccess('a wrong name and a wrong password are told alike', async ({ access }) => {
  await access.addAccount(owner);
  const messages = await Promise.all(
    ['Ana', 'Anna', '\0', "' or 1=1 --"].map((name) =>
      guess(access, name, origin.address).catch((error: Error) => error.message),
    ),
  );
  assert.deepEqual([...new Set(messages)], ['The name or the password is wrong.']);
  await assert.rejects(guess(access, 'Ana', origin.address), refusal('not-signed-in'));
});

withAccess('S-AU-03 a thousand guesses at one account from everywhere are ten', async ({ access }) => {
  await access.addAccount(owner);
  const codes: string[] = [];
  for (let one = 0; one < 1000; one += 1) codes.push(await fails(access, 'Ana', `198.51.100.${one}`));
  assert.equal(codes.filter((code) => code === 'not-signed-in').length, 10);
  await assert.rejects(
    guess(access, 'Ana', 'elsewhere', password),
    (error: unknown) =>
      refusal('too-many', /in 15 minutes/)(error) && (error as { retryAfter: number }).retryAfter === 900,
  );
});

withAccess('S-AU-03 nobody locks an owner out of where it signed in before', async ({ access, pass }) => {
  await access.addAccount(owner);
  await guess(access, 'Ana', origin.address, password);
  const full: string[] = [];
  for (let hour = 0; hour < 3; hour += 1) {
    for (let one = 0; one < 12; one += 1) full.push(await fails(access, 'Ana', `198.51.100.${one}`));
    const { value } = await guess(access, 'ana', origin.address, password);
    assert.notEqual(await access.callerOfSession(value), null);
    pass(minutes(60));
  }
  assert.equal(full.filter((code) => code === 'too-many').length, 6);
});

withAccess('S-AU-03 what an owner signed in from is known after a restart too', async ({ access, again }) => {
  await access.addAccount(owner);
  await guess(access, 'Ana', origin.address, password);
  const restarted = again();
  for (let one = 0; one < 12; one += 1) await fails(restarted, 'Ana', `198.51.100.${one}`);
  await guess(restarted, 'Ana', origin.address, password);
});

withAccess('S-AU-03 a known place is no way around: ten guesses there as well', async ({ access, pass }) => {
  await access.addAccount(owner);
  await guess(access, 'Ana', origin.address, password);
  const codes: string[] = [];
  for (let one = 0; one < 20; one += 1) codes.push(await fails(access, 'Ana', origin.address));
  assert.equal(codes.filter((code) => code === 'not-signed-in').length, 10);
  pass(minutes(15));
  await guess(access, 'Ana', origin.address, password);
});

withAccess(
  'S-AU-03 one guess at each of a thousand accounts from one place is thirty',
  async ({ access }) => {
    const codes: string[] = [];
    for (let one = 0; one < 1000; one += 1) codes.push(await fails(access, `user${one}`, '198.51.100.1'));
    assert.equal(codes.filter((code) => code === 'not-signed-in').length, 30);
  },
);

withAccess(
  'S-AU-03 all guesses together are three hundred, and someone is told',
  async ({ again, access }) => {
    await access.addAccount(owner);
    const told: string[] = [];
    const watched = again({ onManyFailures: (budget) => told.push(budget) });
    await guess(watched, 'Ana', origin.address, password);
    const codes: string[] = [];
    for (let one = 0; one < 1000; one += 1) codes.push(await fails(watched, `user${one}`, `address ${one}`));
    assert.equal(codes.filter((code) => code === 'not-signed-in').length, 300);
    assert.deepEqual(told, ['all']);
    await guess(watched, 'Ana', origin.address, password);
  },
);

withAccess('S-AU-03 guesses that are made at the same moment all count', async ({ access }) => {
  await access.addAccount(owner);
  const codes = await Promise.all(Array.from({ length: 20 }, () => fails(access, 'Ana', '198.51.100.1')));
  assert.equal(codes.filter((code) => code === 'not-signed-in').length, 10);
});

withAccess('whoever found no place to have a password checked has not guessed', async ({ access }) => {
  const from = (one: number) => fails(access, `user${one}`, '198.51.100.1');
  const codes = await Promise.all(Array.from({ length: 30 }, (_, one) => from(one)));
  assert.equal(codes.filter((code) => code === 'not-signed-in').length, 22);
  for (let one = 30; one < 38; one += 1) assert.equal(await from(one), 'not-signed-in');
  assert.equal(await from(38), 'too-many');
});

withAccess('whoever signs in rightly uses up nothing', async ({ access }) => {
  await access.addAccount(owner);
  for (let one = 0; one < 30; one += 1) await guess(access, 'Ana', `192.0.2.${one}`, password);
});

withAccess('S-AU-05 a password of a megabyte is refused before it costs anything', async ({ access }) => {
  await access.addAccount(owner);
  const huge = 'x'.repeat(1024 * 1024);
  await assert.rejects(guess(access, 'Ana', origin.address, huge), refusal('wrong-input', /too long/));
});

withAccess('a code from the terminal signs in once, within half an hour', async ({ access, pass }) => {
  await access.addAccount(owner);
  const [first, late] = [access.oneTimeCode('Ana'), access.oneTimeCode('ana')];
  assert.match(first, /^[0-9a-f]{32}$/);
  const { value } = await access.redeem(first, origin);
  assert.equal((await access.callerOfSession(value))?.name, 'Ana');
  await assert.rejects(access.redeem(first, origin), refusal('not-signed-in'));
  pass(minutes(30));
  await assert.rejects(access.redeem(late, origin), refusal('not-signed-in'));
});

withAccess('a code opens once even if it is used twice at the same moment', async ({ access }) => {
  await access.addAccount(owner);
  const code = access.oneTimeCode('Ana');
  const tries = await Promise.allSettled([access.redeem(code, origin), access.redeem(code, origin)]);
  assert.deepEqual(tries.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

withAccess('S-FR-03 five wrong codes end all codes', async ({ access }) => {
  await access.addAccount(owner);
  const code = access.oneTimeCode('Ana');
  for (let one = 0; one < 5; one += 1) {
    await assert.rejects(access.redeem('0'.repeat(32), origin), refusal('not-signed-in'));
  }
  await assert.rejects(access.redeem(code, origin), refusal('not-signed-in', /Start again/));
  await access.redeem(access.oneTimeCode('Ana'), origin);
});
