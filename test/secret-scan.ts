import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** Things that must never be seen, by the name under which a test reports them. */
export type Planted = Readonly<Record<string, string | Buffer>>;

/** Names of the secrets that occur in some bytes, in any form in which a program might write them. */
export function secretsIn(bytes: Buffer | string, planted: Planted): readonly string[] {
  const text = typeof bytes === 'string' ? Buffer.from(bytes).toString('latin1') : bytes.toString('latin1');
  return Object.entries(planted).flatMap(([name, secret]) =>
    formsOf(Buffer.from(secret)).some((form) => text.includes(form)) ? [name] : [],
  );
}

/** The same for every file below a folder; each find names its file. */
export function secretsBelow(folder: string, planted: Planted): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return secretsIn(readFileSync(file), planted).map((secret) => `${secret} in ${file}`);
    });
}

/** Raw, hexadecimal, base64 and base64url wherever it stands in what is encoded, URL- and JSON-escaped. */
function formsOf(secret: Buffer): readonly string[] {
  const raw = secret.toString('latin1');
  const utf8 = secret.toString('utf8');
  const hex = secret.toString('hex');
  const inJson = Buffer.from(JSON.stringify(utf8).slice(1, -1)).toString('latin1');
  const inForm = new URLSearchParams({ '': utf8 }).toString().slice(1);
  return [raw, hex, hex.toUpperCase(), ...base64Forms(secret), encodeURIComponent(utf8), inForm, inJson];
}

/** Base64 depends on how many bytes stand before; what neighbors have a share in is cut off. */
function base64Forms(secret: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), secret]).toString('base64');
    const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
