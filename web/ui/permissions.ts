import type { ResourceAge } from '../../src/api/contract/balance.ts';

/** The application permission of Microsoft Graph that each resource is read with. */
const permissions = {
  users: 'User.Read.All',
  deletedUsers: 'User.Read.All',
  skus: 'Directory.Read.All',
  subscriptions: 'Directory.Read.All',
  groups: 'Directory.Read.All',
} as const;

/** What Microsoft refused to let us read for want of one permission. */
export type MissingPermission = {
  readonly permission: (typeof permissions)[keyof typeof permissions];
  /** Read before and kept, or never read. */
  readonly state: 'kept' | 'never';
  readonly resources: readonly ResourceAge[];
};

/** The permissions that the last collection found missing. */
export function missingPermissions(resources: readonly ResourceAge[]): readonly MissingPermission[] {
  const refused = resources.flatMap((age) => {
    const permission = isRefused(age) ? permissionFor(age.resource) : undefined;
    return permission === undefined || age.state === 'read' ? [] : [{ permission, state: age.state, age }];
  });
  const groups = Map.groupBy(refused, ({ permission, state }) => `${permission} ${state}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            permission: first.permission,
            state: first.state,
            resources: [first, ...others].map(({ age }) => age),
          },
        ],
  );
}

/** The permission without which a resource was never read; undefined where it was read once or failed otherwise. */
export function neverAllowed(
  resources: readonly ResourceAge[] | undefined,
  resource: keyof typeof permissions,
): MissingPermission['permission'] | undefined {
  const age = resources?.find((each) => each.resource === resource);
  return age?.state === 'never' && isRefused(age) ? permissions[resource] : undefined;
}

/** Whether Microsoft answered that we may not read it (403), rather than failed. */
export function isRefused({ state, reason }: ResourceAge): boolean {
  return state !== 'read' && reason !== null && reason.startsWith('Microsoft refuses it');
}

function permissionFor(resource: string): MissingPermission['permission'] | undefined {
  return resource in permissions ? permissions[resource as keyof typeof permissions] : undefined;
}
