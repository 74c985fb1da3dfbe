import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createPasswords, refuseLong, refuseUnfit } from './passwords.ts';
import { password, refusal } from './testing.ts';

const cheap = { memory: 8, passes: 1, parallelism: 1 };

test('S-TK-01 a password is kept as argon2id of 46 MiB or more, with a salt of its own', async () => {
  const passwords = createPasswords(randomBytes);
  const kept = await passwords.hash(password);
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$\S{22}\$\S{43}$/.exec(kept) ?? [];
  assert.ok(Number(memory) >= 46 * 1024 && Number(passes) >= 1);
  assert.equal(await passwords.matches(password, kept), true);
});

test('only the password itself opens, however an accent is spelled, and nothing opens nobody', async () => {
  const passwords = createPasswords(randomBytes, cheap);
  const kept = await passwords.hash('Jos\u00E9 and the horses');
  assert.notEqual(kept, await passwords.hash('Jos\u00E9 and the horses'));
  assert.equal(await passwords.matches('Jose\u0301 and the horses', kept), true);
  assert.equal(await passwords.matches('José and the horse', kept), false);
  assert.equal(await passwords.matches('', kept), false);
  assert.equal(await passwords.matches(password, null), false);
});

test('a kept password says what it was made with, so that the cost can grow', async () => {
  const kept = await createPasswords(randomBytes, cheap).hash(password);
  const dearer = createPasswords(randomBytes, { ...cheap, memory: 16 });
  assert.equal(await dearer.matches(password, kept), true);
  await assert.rejects(dearer.matches(password, '$argon2id$v=19$m=8,t=1,p=1$AA'), refusal('store'));
});

test('S-AU-05 of two hundred at once two are checked, twenty wait, and the rest are told to come back', async () => {
  const passwords = createPasswords(randomBytes, cheap);
  const tries = await Promise.allSettled(
    Array.from({ length: 200 }, () => passwords.matches(password, null)),
  );
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  assert.equal(refused.length, 178);
  assert.ok(refused.every(refusal('too-many', /Try again in a few seconds/)));
  assert.equal(await passwords.matches(password, null), false, 'the line moves on');
});

test('S-AU-05 a password has 12 characters at least and 1,024 bytes at most', () => {
  assert.throws(() => refuseUnfit('eleven char'), refusal('wrong-input', /too short/));
  assert.throws(() => refuseUnfit('🐴'.repeat(11)), refusal('wrong-input', /too short/));
  for (const fit of ['twelve chars', 'x'.repeat(1024), 'é'.repeat(64)]) refuseUnfit(fit);
  assert.throws(() => refuseUnfit('é'.repeat(513)), refusal('wrong-input', /too long/));
  assert.throws(() => refuseLong('x'.repeat(1024 * 1024)), refusal('wrong-input', /too long/));
});
