import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';

/** What a room may import: other rooms, rooms only for their types, and packages or modules of Node. */
type Room = {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly outside: readonly string[];
};

/** The table of docs/architecture.md. A new room, and a new arrow, is a decision page. */
const table: Readonly<Record<string, Room>> = {
  domain: { rooms: [], outside: [] },
  graph: { rooms: ['domain'], outside: ['undici', '@azure/msal-node', 'node:*'] },
  vault: { rooms: ['domain'], outside: ['node:crypto', 'node:fs', 'node:os', 'node:path'] },
  onboard: { rooms: ['domain', 'graph'], outside: [] },
  store: { rooms: ['domain'], outside: ['kysely', 'pg', 'node:*'] },
  collect: { rooms: ['domain', 'graph', 'store', 'vault'], outside: ['node:*'] },
  api: {
    rooms: ['domain', 'store', 'onboard', 'vault'],
    types: ['graph', 'collect'],
    outside: ['typebox', 'typebox/*', 'fastify', '@fastify/*', 'node-forge', 'node:*'],
  },
  cli: { rooms: ['api/contract'], outside: ['commander', '@clack/prompts', 'node:*'] },
  simulator: { rooms: [], outside: ['node:*'] },
};

/** What stands at the top of src composes the rooms: it may import everything. */
const top = [
  'main.ts',
  'app.ts',
  'core.ts',
  'serve.ts',
  'listen.ts',
  'writer-thread.ts',
  'worker.ts',
  'interface.ts',
  'remote.ts',
  'config.ts',
  'log.ts',
  'demo.ts',
  'version.ts',
];

type Source = { readonly file: string; readonly room: string; readonly text: string; readonly lines: number };
type Import = { readonly from: string; readonly typeOnly: boolean };

const root = import.meta.dirname;
const sources = readSources();

test('every folder of src is a room of the table, and only the composing files stand beside them', () => {
  const places = readdirSync(root, { withFileTypes: true });
  const folders = places.filter((place) => place.isDirectory()).map((place) => place.name);
  assert.deepEqual(
    folders.filter((folder) => !(folder in table)),
    [],
  );
  const files = sources.filter((source) => source.room === '').map((source) => source.file);
  assert.deepEqual(
    files.filter((file) => !top.includes(file)),
    [],
  );
});

test('a room imports only what the table allows', () => {
  const faults = sources.flatMap((source) =>
    importsOf(source).flatMap((each) =>
      mayImport(source, each) ? [] : [`${source.file} imports ${each.from}`],
    ),
  );
  assert.deepEqual(faults, []);
});

test('the product does not import what only supports its tests', () => {
  const faults = sources.flatMap((source) => importsOf(source).filter((each) => isTestCode(each.from)));
  assert.deepEqual(faults, []);
});

test('what import() takes is written out, so that this table sees it', () => {
  assert.deepEqual(filesWith(/\bimport\(\s*[^\s']/), []);
});

test('time, chance and network come in as arguments: only the composing files and the simulator make them', () => {
  const makers = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|(?<![.\w])fetch\(/;
  const free = filesWith(makers).filter((file) => !/^(core\.ts|main\.ts|demo\.ts|simulator\/)/.test(file));
  assert.deepEqual(free, []);
});

test('a secret is revealed only where it is checked, sealed, or exchanged for a token', () => {
  assert.deepEqual(
    filesWith(/\.reveal\(/).filter((file) => !/^(graph|onboard|vault)\//.test(file)),
    [],
  );
});

test('there is no default export and no enum', () => {
  assert.deepEqual(filesWith(/\bexport default\b|^\s*(?:export |declare |const )*enum /m), []);
});

test('a file has 300 lines at most, migrations apart', () => {
  const long = sources.filter((source) => source.lines > 300 && !source.file.startsWith('store/migrations/'));
  assert.deepEqual(
    long.map((source) => `${source.file}: ${source.lines}`),
    [],
  );
});

test('the reader of imports sees every form of them', () => {
  const text = `
    import 'node:a';
    import type { A } from './b.ts';
    import { type B,
      c } from '../c/c.ts';
    export { d } from "./d.ts";
    export type * from './e.ts';
    const f = await import('./f.ts');
    type G = import('./g.ts').G;
    // import './h.ts';
    /* import './i.ts'; */
    const j = 'https://j'; import './k.ts';
  `;
  assert.deepEqual(
    importsOf({ file: 'cli/x.ts', room: 'cli', text: withoutComments(text), lines: 0 }).map(
      (each) => `${each.from}${each.typeOnly ? ' (type)' : ''}`,
    ),
    [
      'node:a',
      'cli/b.ts (type)',
      'c/c.ts',
      'cli/d.ts',
      'cli/e.ts (type)',
      'cli/f.ts',
      'cli/g.ts',
      'cli/k.ts',
    ],
  );
});

/** Every source but test code, which may import anything. */
function readSources(): readonly Source[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !isTestCode(file))
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
      return { file, room, text: withoutComments(text), lines: text.split('\n').length - 1 };
    });
}

/** Tests, and what supports them: `testing.ts` or a folder `testing/` of a room. */
function isTestCode(file: string): boolean {
  return /\.test\.ts$|(^|\/)testing(\.ts$|\/)/.test(file);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter((source) => pattern.test(source.text)).map((source) => source.file);
}

/** What a source imports, its own files as paths below src. */
function importsOf(source: Source): readonly Import[] {
  const forms =
    /\b(?:import|export)\s+(type\s)?[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...source.text.matchAll(forms)].map((match) => {
    const from = match[2] ?? match[3] ?? '';
    return {
      from: from.startsWith('.') ? belowRoot(source.file, from) : from,
      typeOnly: match[1] !== undefined,
    };
  });
}

function belowRoot(file: string, from: string): string {
  return relative(root, join(root, dirname(file), from))
    .split(sep)
    .join('/');
}

function mayImport(source: Source, { from, typeOnly }: Import): boolean {
  const room = table[source.room];
  if (room === undefined) return true;
  const lies = (place: string): boolean => from.startsWith(`${place}/`);
  if ([source.room, ...room.rooms].some(lies)) return true;
  if (typeOnly && room.types?.some(lies)) return true;
  return room.outside.some(
    (outside) => outside === from || (outside.endsWith('*') && from.startsWith(outside.slice(0, -1))),
  );
}
