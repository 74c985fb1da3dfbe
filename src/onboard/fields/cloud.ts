import { cloudNamed, clouds, customCloud, type Cloud } from '../../graph/clouds.ts';
import { listed } from '../words.ts';
import { accept, reject, type Field } from './field.ts';

/** Which cloud was asked for; the global one when none was named. */
export function readCloud(input: {
  readonly cloud?: string | undefined;
  readonly authorityHost?: string | undefined;
  readonly graphHost?: string | undefined;
}): Field<Cloud> {
  const name = (input.cloud ?? 'global').trim().toLowerCase();
  if (name === 'custom') return readCustom(input.authorityHost, input.graphHost);
  if (input.authorityHost || input.graphHost) {
    return reject('B-CL-01', 'A host of your own goes with the cloud "custom" only.');
  }
  const cloud = cloudNamed(name);
  if (cloud) return accept(cloud);
  const [global] = clouds;
  if (name === 'gcc' && global) {
    const message = 'Microsoft 365 GCC (not GCC High) is part of the global cloud and uses its addresses.';
    return accept(global, [{ code: 'B-CL-02', message }]);
  }
  const meant = otherNames[name.replaceAll(/[^a-z0-9]/g, '')];
  const names = listed([...clouds.map((known) => known.name), 'custom'], 'or');
  return reject(
    'B-CL-01',
    `There is no cloud "${name.slice(0, 40)}". ${meant ? `Did you mean "${meant}"? ` : ''}Choose ${names}.`,
  );
}

/** How people call the national clouds, letters and digits only. */
const otherNames: Readonly<Record<string, Cloud['name']>> = {
  public: 'global',
  commercial: 'global',
  worldwide: 'global',
  gcchigh: 'usgov',
  usgovernment: 'usgov',
  usgovl4: 'usgov',
  l4: 'usgov',
  dod: 'usgov-dod',
  usgovl5: 'usgov-dod',
  l5: 'usgov-dod',
  '21vianet': 'china',
  azurechina: 'china',
};

function readCustom(authorityHost: string | undefined, graphHost: string | undefined): Field<Cloud> {
  if (!authorityHost || !graphHost) {
    return reject('B-CL-01', 'The cloud "custom" needs both an authority host and a Graph host.');
  }
  try {
    return accept(customCloud(authorityHost, graphHost));
  } catch (error) {
    if (error instanceof TypeError) return reject('B-CL-01', `${error.message}.`);
    throw error;
  }
}
