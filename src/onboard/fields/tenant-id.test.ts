import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTenant } from './tenant-id.ts';

const guid = '11111111-2222-4333-8444-55555555abcd';

function problem(raw: string): { code: string; message: string } {
  const field = readTenant(raw);
  assert.ok(!field.ok, `${JSON.stringify(raw)} was accepted`);
  return field.problem;
}

function accepted(raw: string) {
  const field = readTenant(raw);
  assert.ok(field.ok, `${JSON.stringify(raw)} was refused`);
  return field;
}

test('B-TI-01 asks for an id or a domain when nothing is given', () => {
  for (const raw of ['', '  ', '\n', '\uFEFF', '""']) assert.equal(problem(raw).code, 'B-TI-01');
  assert.match(problem('').message, /Directory \(tenant\) ID.*contoso\.onmicrosoft\.com/);
});

test('B-TI-02 removes what copying added and says what it was', () => {
  const cases: Readonly<Record<string, RegExp>> = {
    [` ${guid} `]: /spaces around it/,
    [`${guid}\r\n`]: /a line break/,
    [`${guid}\u00A0`]: /non-breaking spaces/,
    [`\u200B${guid}`]: /invisible characters/,
    [`\uFEFF${guid}`]: /a byte order mark/,
    [`"${guid}"`]: /quotes/,
    [`{${guid}}`]: /braces/,
    [`urn:uuid:${guid}`]: /urn:uuid/,
    [guid.toUpperCase()]: /lower case/,
    [guid.replaceAll('-', '')]: /added the dashes/,
    [`“{${guid.toUpperCase()}}”\n`]: /a line break, quotes and braces\..*lower case/,
  };
  for (const [raw, said] of Object.entries(cases)) {
    const { value, notes } = accepted(raw);
    assert.deepEqual(value, { kind: 'guid', guid });
    assert.deepEqual(
      notes.map((note) => note.code),
      ['B-TI-02'],
    );
    assert.match(notes[0]?.message ?? '', said);
  }
});

test('B-TI-02 says nothing where nothing was removed', () => {
  assert.deepEqual(accepted(guid).notes, []);
});

test('B-TI-03 takes a domain, in lower case and as DNS writes it', () => {
  assert.deepEqual(accepted('Contoso.onmicrosoft.com').value, {
    kind: 'domain',
    domain: 'contoso.onmicrosoft.com',
  });
  assert.deepEqual(accepted(' müller.example\n').value, { kind: 'domain', domain: 'xn--mller-kva.example' });
  for (const raw of ['contoso', 'admin@contoso.com', '10.0.0.1', 'a..b', 'contoso.com/path']) {
    assert.equal(problem(raw).code, 'B-TI-05', raw);
  }
});

test('B-TI-05 counts the characters and marks the wrong one', () => {
  assert.match(problem(guid.slice(1)).message, /35 characters, expected 36; .*character 8.*1111111\[-\]2222/);
  assert.match(problem(`${guid}0`).message, /37 characters, expected 36; .*character 37/);
  assert.match(problem(guid.slice(0, -1)).message, /35 characters.*character 36, where nothing stands/);
  assert.match(
    problem(guid.replace('1111', '11O1')).message,
    /not a GUID: look at character 3, where "O" stands/,
  );
});

test('B-TI-05 spells out characters that look like the right ones', () => {
  assert.match(
    problem(guid.replace('-', '–')).message,
    /character 9, where "–" \(U\+2013\) stands instead of a plain dash/,
  );
  assert.match(problem(guid.replace('abcd', 'аbcd')).message, /character 33, where "а" \(U\+0430\)/);
});

test('B-TI-06 finds the one GUID in a label or an address', () => {
  for (const raw of [
    `Directory (tenant) ID : ${guid}`,
    `https://portal.azure.com/#view/Microsoft_AAD_IAM/TenantOverview.ReactView/tenantId/${guid.toUpperCase()}`,
    `https://login.microsoftonline.com/${guid}/v2.0`,
  ]) {
    const { value, notes } = accepted(raw);
    assert.deepEqual(value, { kind: 'guid', guid });
    assert.deepEqual(
      notes.map((note) => note.code),
      ['B-TI-06'],
    );
    assert.ok(notes[0]?.message.includes(guid));
  }
});

test('B-TI-06 does not choose between two GUIDs', () => {
  const { code, message } = problem(`client ${guid} tenant ${guid.replace('1', '9')}`);
  assert.equal(code, 'B-TI-06');
  assert.match(message, /2 GUIDs/);
});

test('B-TI-07 refuses what stands for many tenants', () => {
  for (const raw of ['common', 'Organizations', 'consumers', '9188040D-6C67-4B5B-B112-36A304B66DAD']) {
    assert.equal(problem(raw).code, 'B-TI-07', raw);
  }
  assert.match(problem('common').message, /one specific tenant.*"common"/);
});

test('B-TI-14 knows placeholders', () => {
  for (const raw of [
    '00000000-0000-0000-0000-000000000000',
    'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    'Tenant: 00000000-0000-0000-0000-000000000000',
  ]) {
    assert.equal(problem(raw).code, 'B-TI-14', raw);
  }
});
