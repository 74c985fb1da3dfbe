/** `npm run update-products FILE [DATE]`: refreshes the product names from Microsoft's list (CSV) of that day. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../src/domain/products/catalogue.ts';
import { buildCatalogue, catalogueChanges, catalogueText } from './products/catalogue.ts';
import { ListFault, readMicrosoftList } from './products/microsoft-list.ts';

const target = fileURLToPath(new URL('../src/domain/products/catalogue.json', import.meta.url));
const usage = `Usage: npm run update-products FILE [DATE]

FILE is "Product names and service plan identifiers for licensing" as CSV, linked from
https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
DATE (YYYY-MM-DD) is the day of that list, by default the one on which the file was last changed.`;

process.exitCode = main(process.argv.slice(2));

function main([file, date, ...more]: readonly string[]): number {
  if (!file || more.length > 0 || (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date))) {
    console.error(usage);
    return 2;
  }
  try {
    const rows = readMicrosoftList(readFileSync(file));
    const catalogue = buildCatalogue(rows, date ?? statSync(file).mtime.toISOString().slice(0, 10));
    const changes = catalogueChanges(current(), catalogue);
    for (const change of changes) console.log(change);
    if (changes.length === 0) console.log('Nothing changed.');
    writeFileSync(`${target}.new`, catalogueText(catalogue));
    renameSync(`${target}.new`, target);
    console.log(
      `${catalogue.skus.length} products and ${catalogue.plans.length} service plans of ${catalogue.sourceDate}.`,
    );
    return 0;
  } catch (error) {
    console.error(
      error instanceof ListFault
        ? `${file} is not as it must be; nothing was changed.`
        : 'Nothing was changed.',
    );
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function current(): Catalogue {
  return JSON.parse(readFileSync(target, 'utf8')) as Catalogue;
}
