import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moreThanNeeded, permissionsPage } from './permissions.ts';

test('the page names each permission with its id, its calls, and that nothing is written', () => {
  const page = permissionsPage();
  for (const words of [
    'Directory.Read.All | `7ab1d382-f21e-4acd-a863-ba3e13f7da61`',
    'User.Read.All | `df021288-bdef-4463-88db-98f22de89214`',
    'AuditLog.Read.All',
    'LicenseAssignment.Read.All',
    '`GET /subscribedSkus` (needed)',
    '`GET /users` (needed)',
    'nothing but GET requests',
  ]) {
    assert.ok(page.includes(words), words);
  }
});

test('B-CL-09 counts as too much whatever is neither needed, optional nor a smaller replacement', () => {
  const roles = [
    'User.Read.All',
    'Directory.ReadWrite.All',
    'Reports.Read.All',
    'Organization.Read.All',
    'Mail.Read',
  ];
  assert.deepEqual(moreThanNeeded(roles), ['Directory.ReadWrite.All', 'Mail.Read']);
});
