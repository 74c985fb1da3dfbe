import type { Words } from '../words/words.tsx';

const known = [
  'organization',
  'skus',
  'subscriptions',
  'users',
  'groups',
  'deletedUsers',
  'application',
] as const;

/** A collected resource in words. */
export function resourceName(resource: string, t: Words['t']): string {
  const name = known.find((each) => each === resource);
  return name === undefined ? resource : t(`states.${name}`);
}
