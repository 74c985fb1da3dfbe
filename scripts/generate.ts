import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { permissionsPage } from '../src/onboard/permissions.ts';
import { openApiText } from './openapi.ts';

/** Documents that are made from the code. They are committed, and `--check` fails where one is old. */
const documents = [
  { file: 'docs/permissions.md', text: permissionsPage },
  { file: 'docs/openapi.json', text: openApiText },
];

for (const { file, text } of documents) {
  const path = new URL(`../${file}`, import.meta.url);
  const wanted = await text();
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
  if (process.argv.includes('--check')) {
    process.exitCode = 1;
    console.error(`${file} is old: npm run generate`);
  } else {
    writeFileSync(path, wanted);
    console.log(`${file} written`);
  }
}
