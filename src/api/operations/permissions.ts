import { neededPermissions, optionalPermissions } from '../../onboard/permissions.ts';
import type { PermissionLine } from '../contract/tenants.ts';

/** The permissions that Seatledger asks for, and those that it may use where they are granted. */
export function permissionLines(): readonly PermissionLine[] {
  return [
    ...neededPermissions.map(({ name, essential, others, without }): PermissionLine => ({
      name,
      tier: 'minimum',
      reads: [essential, ...others].map(({ reads }) => reads),
      without,
    })),
    ...optionalPermissions.map(({ name, neededFor, without }): PermissionLine => ({
      name,
      tier: 'optional',
      reads: [neededFor],
      without,
    })),
  ];
}
