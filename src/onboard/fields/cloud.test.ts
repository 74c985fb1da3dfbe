import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCloud } from './cloud.ts';

function problem(input: Parameters<typeof readCloud>[0]): { code: string; message: string } {
  const field = readCloud(input);
  assert.ok(!field.ok);
  return field.problem;
}

test('is the global cloud unless another is named', () => {
  const field = readCloud({});
  assert.equal(field.ok && field.value.name, 'global');
  const china = readCloud({ cloud: ' China ' });
  assert.equal(china.ok && china.value.graphHost, 'https://microsoftgraph.chinacloudapi.cn');
});

test('B-CL-01 lists the clouds for a name it does not know and guesses which was meant', () => {
  assert.match(
    problem({ cloud: 'mars' }).message,
    /no cloud "mars".*global, usgov, usgov-dod, china or custom/,
  );
  assert.match(problem({ cloud: 'GCC High' }).message, /Did you mean "usgov"/);
  assert.match(problem({ cloud: 'dod' }).message, /Did you mean "usgov-dod"/);
  assert.equal(problem({ cloud: 'mars' }).code, 'B-CL-01');
});

test('B-CL-02 explains that GCC uses the addresses of the global cloud', () => {
  const field = readCloud({ cloud: 'gcc' });
  assert.ok(field.ok);
  assert.equal(field.value.name, 'global');
  assert.equal(field.notes[0]?.code, 'B-CL-02');
});

test('takes hosts of its own for the cloud "custom", and for no other', () => {
  const hosts = { authorityHost: 'http://127.0.0.1:9000', graphHost: 'https://graph.example.com' };
  const field = readCloud({ cloud: 'custom', ...hosts });
  assert.equal(field.ok && field.value.authorityHost, 'http://127.0.0.1:9000');
  assert.match(problem({ cloud: 'custom' }).message, /needs both/);
  assert.match(problem({ cloud: 'global', ...hosts }).message, /"custom" only/);
  assert.match(
    problem({ cloud: 'custom', ...hosts, graphHost: 'http://graph.example.com' }).message,
    /plain http/,
  );
});
