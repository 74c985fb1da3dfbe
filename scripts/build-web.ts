import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { webConfig } from '../web/vite.config.ts';

/** What the first page may load, compressed, before any page of its own. */
const budget = 280 * 1024;
const dist = `${import.meta.dirname}/../web/dist`;

await build({ ...webConfig, logLevel: 'warn' });
const sizes = compressed();
const first = ['index.html', ...firstLoad()];
const sum = first.reduce((bytes, file) => bytes + (sizes.get(file) ?? 0), 0);
const pages = [...sizes].filter(([file]) => !first.includes(file));
for (const file of first) console.log(`${kilobytes(sizes.get(file) ?? 0)}  ${file}`);
console.log(`${kilobytes(sum)}  first load, of ${kilobytes(budget).trim()} allowed`);
console.log(
  `${kilobytes(pages.reduce((bytes, [, size]) => bytes + size, 0))}  in ${pages.length} parts loaded later`,
);
if (sum > budget) {
  console.error('The first load is over its budget: move what it does not need at once into a lazy part.');
  process.exitCode = 1;
}

/** Writes a `.br` beside every text file, and gives the compressed size of each. */
function compressed(): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  for (const file of files.filter((file) => /\.(?:html|js|css|svg|json)$/.test(file))) {
    const content = readFileSync(join(dist, file));
    const packed = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    // The page itself gets its nonce when it is sent, so it has no packed twin.
    if (file !== 'index.html') writeFileSync(join(dist, `${file}.br`), packed);
    sizes.set(file, packed.length);
  }
  return sizes;
}

/** The entry of `index.html` with all that it imports before it runs, and its style sheets. */
function firstLoad(): readonly string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const found = new Set(
    [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? ''),
  );
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(dist, file), 'utf8');
    for (const match of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g))
      found.add(`assets/${match[1]}`);
  }
  return [...found];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
}
