import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClientId } from './client-id.ts';

const guid = '66666666-7777-4888-8999-00000000beef';

test('B-CI-01 says where the client id stands when there is none', () => {
  for (const raw of [
    '',
    ' ',
    'my app',
    guid.slice(1),
    '00000000-0000-0000-0000-000000000000',
    `${guid} ${guid.replace('6', '5')}`,
  ]) {
    const field = readClientId(raw);
    assert.ok(!field.ok, raw);
    assert.equal(field.problem.code, 'B-CI-01');
    assert.match(field.problem.message, /Application \(client\) ID/);
  }
});

test('B-CI-01 takes the id out of a label or the address of the portal and says so', () => {
  for (const raw of [
    `Application (client) ID : ${guid}`,
    `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${guid}/isMSAApp~/false`,
    `"${guid.toUpperCase()}"`,
  ]) {
    const field = readClientId(raw);
    assert.ok(field.ok, raw);
    assert.equal(field.value, guid);
    assert.deepEqual(
      field.notes.map((note) => note.code),
      ['B-CI-01'],
    );
  }
});

test('B-CI-07 knows applications of Microsoft', () => {
  const field = readClientId('00000003-0000-0000-c000-000000000000');
  assert.ok(!field.ok);
  assert.equal(field.problem.code, 'B-CI-07');
  assert.match(field.problem.message, /Microsoft Graph.*Register your own/);
});
