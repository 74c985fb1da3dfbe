import { Secret } from '../../domain/secret.ts';
import { accept, reject, type Field, type Remark } from './field.ts';

/** Entra makes values of 40 characters; what is shorter than this was probably cut while copying. */
const shortest = 34;
/** No secret is longer, nor is a file of settings that holds one. */
const longest = 4096;

/** Reads what was typed as the client secret; nothing of it but its length is ever said. */
export function readSecret(raw: Secret): Field<Secret> {
  const text = raw.reveal();
  const trimmed = text.trim();
  if (trimmed === '') return reject('B-CS-04', `The client secret is empty. ${whereToFind}`);
  const mistaken = mistakenFor(trimmed);
  if (mistaken) return { ok: false, problem: mistaken };
  const inside = trimmed.length > longest ? null : valueInside(trimmed);
  if (inside === null && (trimmed.length > longest || /[\r\n]|^\{.*\}$/s.test(trimmed))) {
    return reject(
      'B-CS-08',
      'This is a file with more than the secret in it, and we cannot tell which part is the secret. Give the secret alone, on one line.',
    );
  }
  return usable(inside ?? trimmed, [
    ...(trimmed === text
      ? []
      : [{ code: 'B-CS-05', message: `We removed ${surplus(text)} around the secret.` }]),
    ...(inside === null
      ? []
      : [{ code: 'B-CS-08', message: 'We took the secret out of the text around it.' }]),
  ]);
}

/** Whether a secret has fewer characters than those that Entra makes. */
export function isShort(secret: Secret): boolean {
  return secret.length < shortest;
}

/** Whether a secret looks like the password of a person: short, and without the `~` that most values of Entra have. */
export function resemblesPassword(secret: Secret): boolean {
  return isShort(secret) && !secret.reveal().includes('~');
}

const whereToFind =
  'Create one in the Entra admin center: App registrations → (your app) → Certificates & secrets → New client secret, and copy the column "Value".';

function usable(text: string, notes: readonly Remark[]): Field<Secret> {
  // What was taken out of a file is judged again: it may be a Secret ID as well.
  const mistaken = mistakenFor(text);
  if (mistaken) return { ok: false, problem: mistaken };
  const secret = new Secret(text);
  if (!isShort(secret)) return accept(secret, notes);
  const message = `The secret looks too short (${text.length} characters); values usually have about 40. A double click stops at "~", "." and "-": use the copy button of the portal.`;
  return accept(secret, [...notes, { code: 'B-CS-04', message }]);
}

/** What people paste by mistake in place of a secret, or null. */
function mistakenFor(text: string): Remark | null {
  if (/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(text)) {
    return {
      code: 'B-CS-01',
      message:
        'This is the Secret ID. Entra shows the Value only once, right after creation. If you no longer have it, create a new secret (App registrations → (your app) → Certificates & secrets → New client secret) and copy the column "Value".',
    };
  }
  if (/[*•●∙·]{3,}|…/u.test(text)) {
    return {
      code: 'B-CS-07',
      message: `This is the hidden display, not the secret. ${whereToFind}`,
    };
  }
  if (/-----BEGIN /.test(text) || isBase64OfFile(text)) {
    return {
      code: 'B-CS-08',
      message:
        'This is a certificate or key, not a client secret. Use the certificate option with the file itself.',
    };
  }
  return null;
}

/** PFX and DER begin with an ASN.1 sequence of more than 255 bytes, which in base64 begins with `MII`. */
function isBase64OfFile(text: string): boolean {
  return text.length > 200 && text.startsWith('MII') && /^[A-Za-z0-9+/\r\n]+=*$/.test(text);
}

/** The secret inside a line such as `SECRET=…` or the JSON that Azure CLI prints, or null when it stands alone. */
function valueInside(text: string): string | null {
  if (text.startsWith('{')) return valueInJson(text);
  const lines = text.split(/\r\n|[\r\n]/);
  const values = lines.flatMap((line) => assignment.exec(line.trim())?.[2] ?? []);
  return values.length === 1 ? (values[0] ?? null) : null;
}

const assignment = /^(?:export\s+)?(?:\w*(?:secret|password)\w*)\s*=\s*(["']?)(.+)\1$/i;

function valueInJson(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const fields = Object.entries(parsed ?? {});
  const values = fields.filter(
    ([name, value]) => typeof value === 'string' && /secret(text|value)?$|^password$/i.test(name),
  );
  return values.length === 1 ? String(values[0]?.[1]) : null;
}

function surplus(text: string): string {
  return /[\r\n]/.test(text) ? 'a line break' : 'spaces';
}
