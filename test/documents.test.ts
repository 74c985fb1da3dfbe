import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import packageFile from '../package.json' with { type: 'json' };
import { commands } from '../src/cli/commands/index.ts';
import { globalOptions } from '../src/cli/definition.ts';
import { program, root, startNode } from './process.ts';

/** What people read, by its path in this checkout. */
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

test('every link between documents leads to a file', () => {
  const broken = matches(/\]\((?!https?:)([^)#]+)[^)]*\)/g).filter(
    ({ file, found }) => !existsSync(path.join(root, path.dirname(file), found)),
  );
  assert.deepEqual(broken, []);
});

test('every file that is named is there', () => {
  const named = matches(/`((?:src|test|docs|scripts|bin|\.ci)\/[\w./-]+)`/g);
  assert.ok(named.length > 50);
  // The one name that a recipe invents.
  const missing = named.filter(({ found }) => !/\/002-/.test(found) && !existsSync(path.join(root, found)));
  assert.deepEqual(missing, []);
});

test('every command that is shown is one, and takes the options that it is shown with', () => {
  const called = matches(/(?:`|^|npx |&& |bin\/)seatledger(?:\.mjs)? ([a-z][^`\n|>&]*)/gm);
  const short = matches(/`([a-z]+ [^`\n]*)`/g).filter(({ found }) => commandOf(found) !== undefined);
  assert.ok(called.length > 5 && short.length > 5);
  const faults = [...called, ...short].flatMap(({ file, found }) =>
    faultsOf(found).map((fault) => `${file}: ${found}: ${fault}`),
  );
  assert.deepEqual(faults, []);
});

test('the README names every command', () => {
  const readme = textOf('README.md');
  const missing = commands.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(readme));
  assert.deepEqual(
    missing.map(({ name }) => name),
    [],
  );
});

test('the balance in the README is the one that the demo prints', async () => {
  const { stdout } = await startNode([...program, 'demo', '--once', '--no-color'], { COLUMNS: '100' }).done();
  const shown = /```\n(Lindqvist[^]*?)```/.exec(textOf('README.md'))?.[1];
  const undated = (text: string | undefined) => text?.replace(/^As of .*$/m, 'As of');
  assert.equal(undated(shown), undated(stdout));
});

test('every script that is named is in package.json', () => {
  const names = ['start', 'test', ...Object.keys(packageFile.scripts)];
  const named = matches(/\bnpm (?:run )?([a-z][a-z:-]*)/g).filter(
    ({ found }) => found !== 'i' && found !== 'was',
  );
  assert.deepEqual(
    named.filter(({ found }) => !names.includes(found)),
    [],
  );
});

test('every setting that is named is read, and every one that is read is named', () => {
  const read = /SEATLEDGER_[A-Z_]+(?<!_FILE_FILE)/g;
  const settings = new Set(readFileSync(path.join(root, 'src/config.ts'), 'utf8').match(read));
  const named = new Set(textOf('README.md').match(read));
  assert.deepEqual([...named].sort(), [...settings].sort());
});

test('every decision stands in the list of decisions, in order', () => {
  const folder = path.join(root, 'docs/decisions');
  const pages = globSync('[0-9]*.md', { cwd: folder }).sort();
  const listed = [...textOf('docs/decisions/README.md').matchAll(/\[(.+)\]\((.+)\)/g)];
  assert.deepEqual(
    listed.map(([, title, file]) => ({ title: `# ${title}`, file })),
    pages.map((file) => ({ title: textOf(`docs/decisions/${file}`).split('\n')[0], file })),
  );
});

test('every promise names a test that is there', () => {
  const tests = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  );
  const isShown = (id: string) => tests.some((text) => new RegExp(`['"\`][^'"\`\n]*\\b${id}`).test(text));
  const promised = [...textOf('docs/reliability.md').matchAll(/\b[FBS]-[A-Z0-9]{2}(?:-\d\d)?\b/g)];
  assert.ok(promised.length > 40);
  assert.deepEqual(
    promised.filter(([id]) => !isShown(id)).map(([id]) => id),
    [],
  );
});

function textOf(file: string): string {
  return documents.find((document) => document.file === file)?.text ?? assert.fail(`${file} is missing`);
}

/** What the first group of the pattern finds, and where. */
function matches(pattern: RegExp): readonly { readonly file: string; readonly found: string }[] {
  return documents.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ file, found: match[1] ?? '' })),
  );
}

/** What is wrong with a command line, the word `seatledger` left out. */
function faultsOf(line: string): readonly string[] {
  const definition = commandOf(line);
  if (!definition) return /^(?:help\b|--)/.test(line) ? [] : ['no such command'];
  const options = [...globalOptions, ...(definition.options ?? [])].map(({ flags }) =>
    flags.replace(/ .*/, ''),
  );
  const given = [...line.matchAll(/(?<=\s)--[a-z-]+/g)].map(([option]) => option);
  return given.filter((option) => !options.includes(option)).map((option) => `no option ${option}`);
}

function commandOf(line: string) {
  const [first = '', second = ''] = line.trim().split(/\s+/);
  const find = (wanted: string) => commands.find(({ name }) => name === wanted);
  return find(`${first} ${second}`) ?? find(first);
}
