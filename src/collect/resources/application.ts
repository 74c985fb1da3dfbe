import type { AppCredential } from '../../domain/records.ts';
import type { GraphQuery } from '../../graph/graph.ts';
import { guid, list, moment, readRow, selectOf, text } from '../fields.ts';

const fields = {
  passwordCredentials: list({ keyId: guid, displayName: text, hint: text, endDateTime: moment }),
  keyCredentials: list({ keyId: guid, displayName: text, customKeyIdentifier: text, endDateTime: moment }),
};

/** https://learn.microsoft.com/graph/api/application-get by its client id: known only in the app's home tenant. */
export function applicationQuery(clientId: string): GraphQuery {
  return { path: `/applications(appId='${clientId}')`, query: { $select: selectOf(fields) }, units: 1 };
}

/** The secrets and certificates registered on the app. */
export function parseApplication(raw: Readonly<Record<string, unknown>>): readonly AppCredential[] {
  const { passwordCredentials, keyCredentials } = readRow(fields, raw);
  return [
    ...passwordCredentials.flatMap(({ keyId, displayName, hint, endDateTime }): AppCredential[] =>
      keyId === null ? [] : [{ keyId, kind: 'secret', displayName, hint, endsAt: endDateTime }],
    ),
    ...keyCredentials.flatMap(({ keyId, displayName, customKeyIdentifier, endDateTime }): AppCredential[] =>
      keyId === null
        ? []
        : [
            {
              keyId,
              kind: 'certificate',
              displayName,
              hint: thumbprint(customKeyIdentifier),
              endsAt: endDateTime,
            },
          ],
    ),
  ];
}

/** Graph writes thumbprints in base64, and in some answers in hex. */
function thumbprint(raw: string | null): string | null {
  if (raw === null || /^[0-9a-f]{40}$/i.test(raw)) return raw?.toUpperCase() ?? null;
  return Buffer.from(raw, 'base64').toString('hex').toUpperCase();
}
