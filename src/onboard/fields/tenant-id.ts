import { accept, reject, type Field, type Remark } from './field.ts';
import { readGuid } from './guid.ts';

/** How a tenant was named: by its GUID, or by one of its domains, which discovery turns into the GUID. */
export type TenantName =
  { readonly kind: 'guid'; readonly guid: string } | { readonly kind: 'domain'; readonly domain: string };

/** Reads what was typed as the tenant, without asking anyone. */
export function readTenant(raw: string): Field<TenantName> {
  const reading = readGuid(raw);
  switch (reading.kind) {
    case 'guid':
      return byGuid(reading.guid, reading.note === null ? [] : [{ code: 'B-TI-02', message: reading.note }]);
    case 'found':
      return byGuid(reading.guid, [{ code: 'B-TI-06', message: reading.note }]);
    case 'several':
      return reject(
        'B-TI-06',
        `There are ${reading.count} GUIDs in this text. Give the Directory (tenant) ID alone.`,
      );
    case 'placeholder':
      return reject('B-TI-14', `This is a placeholder, not a tenant. ${whereToFind}`);
    case 'broken':
      return reject('B-TI-05', `${reading.problem} ${whereToFind}`);
    case 'other':
      return byDomain(
        reading.text,
        reading.note === null ? [] : [{ code: 'B-TI-02', message: reading.note }],
      );
  }
}

const whereToFind = 'It stands in the Entra admin center: Overview → Tenant ID.';
/** The tenant of personal Microsoft accounts. */
const consumerTenant = '9188040d-6c67-4b5b-b112-36a304b66dad';

function byGuid(guid: string, notes: readonly Remark[]): Field<TenantName> {
  if (guid === consumerTenant) return reject('B-TI-07', sharedEndpoint('the tenant of personal accounts'));
  return accept({ kind: 'guid', guid }, notes);
}

function byDomain(text: string, notes: readonly Remark[]): Field<TenantName> {
  if (text === '') {
    return reject(
      'B-TI-01',
      `Enter the Directory (tenant) ID or a domain of the tenant, for example contoso.onmicrosoft.com. ${whereToFind}`,
    );
  }
  if (['common', 'organizations', 'consumers'].includes(text.toLowerCase())) {
    return reject('B-TI-07', sharedEndpoint(`"${text}"`));
  }
  const domain = asDomain(text);
  if (domain === null) {
    return reject(
      'B-TI-05',
      `This (${text.length} characters) is neither a GUID nor a domain such as contoso.onmicrosoft.com. ${whereToFind}`,
    );
  }
  return accept({ kind: 'domain', domain }, notes);
}

function sharedEndpoint(what: string): string {
  return `Seatledger reads one specific tenant and signs in without a user, which does not work with ${what}. ${whereToFind}`;
}

/** The domain in lower case and in ASCII, as DNS knows it, or null when the text is none. */
function asDomain(text: string): string | null {
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text) || text.length > 253) return null;
  const host = URL.canParse(`https://${text}`) ? new URL(`https://${text}`).hostname : '';
  return /[a-z][^.]*$/.test(host) ? host : null;
}
