import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { run } from '../testing/run.ts';

const bash = (await run('completion bash')).stdout;

function completed(...words: readonly string[]): readonly string[] {
  const line = words.map((word) => `'${word}'`).join(' ');
  const script = `${bash}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _seatledger; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

test('bash completes commands, commands below them, options and their values', () => {
  assert.deepEqual(completed('seatledger', 'us'), ['users', 'user']);
  assert.deepEqual(completed('seatledger', 'tenants', 're'), ['resume', 'remove']);
  assert.deepEqual(completed('seatledger', 'user', '--te'), ['--tenant']);
  assert.deepEqual(completed('seatledger', 'users', '--s'), ['--sku', '--search', '--server']);
  assert.deepEqual(completed('seatledger', 'tenants', 'remove', '--y'), ['--yes']);
  assert.deepEqual(completed('seatledger', 'balance', '--output', ''), ['table', 'json', 'csv']);
  assert.deepEqual(completed('seatledger', 'completion', 'z'), ['zsh']);
  assert.deepEqual(completed('seatledger', 'connect', '--certificate', ''), ['']);
});

test('zsh and fish get scripts of their own', async () => {
  const zsh = await run('completion zsh');
  assert.match(zsh.stdout, /^#compdef seatledger\n/);
  assert.match(zsh.stdout, /"tenants remove "\*\) found=\(--yes /);
  const fish = await run('completion fish');
  assert.match(fish.stdout, /^complete -c seatledger -n '__fish_use_subcommand' -a balance -d 'show what /m);
  assert.match(fish.stdout, /-n '__fish_seen_subcommand_from users' -l rows -x -a 'people seats' -d /);
});

test('another shell is refused with the ones there are', async () => {
  const { code, stderr } = await run('completion tcsh');
  assert.equal(code, 2);
  assert.match(stderr, /Allowed choices are bash, zsh, fish/);
});
