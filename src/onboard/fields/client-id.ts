import { accept, reject, type Field } from './field.ts';
import { readGuid } from './guid.ts';

/** Reads what was typed as the client id, without asking anyone. */
export function readClientId(raw: string): Field<string> {
  const reading = readGuid(raw);
  switch (reading.kind) {
    case 'guid':
    case 'found':
      return known(reading.guid, reading.note);
    case 'several':
      return reject(
        'B-CI-01',
        `There are ${reading.count} GUIDs in this text. Give the Application (client) ID alone.`,
      );
    case 'placeholder':
      return reject('B-CI-01', `This is a placeholder, not a client id. ${whereToFind}`);
    case 'broken':
      return reject('B-CI-01', `${reading.problem} ${whereToFind}`);
    case 'other':
      return reject(
        'B-CI-01',
        reading.text === ''
          ? `Enter the Application (client) ID. ${whereToFind}`
          : `This (${reading.text.length} characters) is not a GUID. ${whereToFind}`,
      );
  }
}

const whereToFind =
  'It stands in the Entra admin center: App registrations → (your app) → Overview → Application (client) ID.';

/** Applications of Microsoft that people meet and paste; their ids are the same in every tenant. */
const microsoftApps: Readonly<Record<string, string>> = {
  '00000002-0000-0000-c000-000000000000': 'Azure Active Directory Graph',
  '00000003-0000-0000-c000-000000000000': 'Microsoft Graph',
  '00000002-0000-0ff1-ce00-000000000000': 'Office 365 Exchange Online',
  '00000003-0000-0ff1-ce00-000000000000': 'Office 365 SharePoint Online',
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'Azure CLI',
  '14d82eec-204b-4c2f-b7e8-296a70dab67e': 'Microsoft Graph Command Line Tools',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'Azure PowerShell',
};

function known(guid: string, note: string | null): Field<string> {
  const microsofts = microsoftApps[guid];
  if (microsofts) {
    return reject(
      'B-CI-07',
      `This is ${microsofts}, an application of Microsoft. Register your own: Entra admin center → App registrations → New registration.`,
    );
  }
  return accept(guid, note === null ? [] : [{ code: 'B-CI-01', message: note }]);
}
