import type { GraphQuery } from '../graph/graph.ts';

/** A call that a permission opens, in the form that shows whether it is granted. */
export type PermittedCall = {
  readonly query: GraphQuery;
  /** What Seatledger learns from it. */
  readonly reads: string;
};

/** An application permission of Microsoft Graph (an app role). */
export type Permission = {
  readonly name: string;
  /** Its id, the same in every tenant; from Microsoft's permissions reference. */
  readonly roleId: string;
  /** The word for what it is needed for, in a sentence. */
  readonly neededFor: string;
  /** What is missing when it is not granted. */
  readonly without: string;
};

/** A permission that connecting asks for, with the calls that are tried with it. */
export type NeededPermission = Permission & {
  /** Without it there is no balance. */
  readonly essential: PermittedCall;
  /** Where one of these is refused, only what it reads is missing. */
  readonly others: readonly PermittedCall[];
  /** Calls that need no trial of their own, for the page. */
  readonly untried: readonly { readonly path: string; readonly reads: string }[];
};

/** What Seatledger needs, and no more. */
export const neededPermissions: readonly NeededPermission[] = [
  {
    name: 'Directory.Read.All',
    roleId: '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
    neededFor:
      'the tenant itself, products and how many were bought, subscriptions, groups that hand out licenses',
    without: 'There is no balance: the tenant cannot be connected.',
    essential: {
      query: { path: '/subscribedSkus', query: { $select: 'skuId' }, units: 2 },
      reads: 'products and how many of each were bought',
    },
    others: [
      {
        query: { path: '/directory/subscriptions', query: { $top: '1' }, units: 1 },
        reads: 'subscriptions with their dates',
      },
      {
        query: { path: '/groups', query: { $select: 'id', $top: '1' }, units: 1 },
        reads: 'groups that hand out licenses',
      },
    ],
    untried: [
      {
        path: '/organization',
        reads:
          'id, name, country and domains of the tenant; without it nothing proves whose answers these are',
      },
      {
        path: "/applications(appId='…')",
        reads: 'when the secrets and certificates of this very application end',
      },
    ],
  },
  {
    name: 'User.Read.All',
    roleId: 'df021288-bdef-4463-88db-98f22de89214',
    neededFor: 'users and the licenses they hold, users in the recycle bin',
    without: 'There is nobody to count: the tenant cannot be connected.',
    essential: {
      query: { path: '/users', query: { $select: 'id,assignedLicenses', $top: '1' }, units: 1 },
      reads: 'users (identity, department, company, cost center, country) and the licenses they hold',
    },
    others: [
      {
        query: {
          path: '/directory/deletedItems/microsoft.graph.user',
          query: { $select: 'id', $top: '1' },
          units: 1,
        },
        reads: 'users in the recycle bin',
      },
    ],
    untried: [
      { path: '/users/$count', reads: 'how many users there are' },
      { path: '/users/{id}', reads: 'whether somebody whom the list left out is still there' },
    ],
  },
];

/** What later versions may use where it is granted; nothing asks for it. */
export const optionalPermissions: readonly Permission[] = [
  {
    name: 'AuditLog.Read.All',
    roleId: 'b0afded3-3588-46d8-8b3d-9842eff778da',
    neededFor: 'the last sign-in of each user (the tenant also needs Entra ID P1 or P2)',
    without: 'The last sign-in stays unknown.',
  },
  {
    name: 'Reports.Read.All',
    roleId: '230c1aed-a721-4c5d-9cb4-a90514e508ef',
    neededFor: 'how much each service is used',
    without: 'Usage stays unknown.',
  },
];

/** Smaller permissions that together do the work of Directory.Read.All. */
const smallerPermissions: readonly Permission[] = [
  {
    name: 'Organization.Read.All',
    roleId: '498476ce-e0fe-48b0-b801-37ba7e2685c6',
    neededFor: 'the tenant itself, products, subscriptions',
    without: 'There is no balance: the tenant cannot be connected.',
  },
  {
    name: 'LicenseAssignment.Read.All',
    roleId: 'e2f98668-2877-4f38-a2f4-8202e0717aa1',
    neededFor: 'products and how many were bought',
    without: 'Organization.Read.All opens the same call; some national clouds do not have this permission.',
  },
  {
    name: 'GroupMember.Read.All',
    roleId: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
    neededFor: 'groups that hand out licenses',
    without: 'Seats that come from a group show its id and not its name.',
  },
  {
    name: 'Application.Read.All',
    roleId: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
    neededFor: "the end of the application's own secret or certificate",
    without: 'Nobody is warned before a client secret ends.',
  },
];

/** Which of the granted app roles Seatledger has no use for, in the order of the token. */
export function moreThanNeeded(roles: readonly string[]): readonly string[] {
  const useful = [...neededPermissions, ...optionalPermissions, ...smallerPermissions].map(
    ({ name }) => name,
  );
  return roles.filter((role) => !useful.includes(role));
}

/** The page `docs/permissions.md`, in Markdown. */
export function permissionsPage(): string {
  return `# Permissions

Seatledger signs in as an application of yours, without a user. It sends nothing but GET requests to Microsoft Graph:
it reads, and never writes. It needs two *application* permissions, with admin consent.

## Needed

${table(neededPermissions)}

${neededPermissions.map(calls).join('\n\n')}

\`connect\` tries each of them on its own. Without a call that is marked *needed* the tenant is not connected; where
another is refused, only what it reads stays empty.

## Optional

Used by later versions only, and only where granted. Nothing asks for them, and they do not count as too much.

${table(optionalPermissions)}

## Instead of Directory.Read.All

Smaller permissions that do its work together, beside User.Read.All.

${table(smallerPermissions)}

## What is never read or written

- No mail, message, file, calendar, password, sign-in method or key, and no content of any service.
- No license is assigned or taken away, no user, group or application is changed, nothing is bought or canceled.
- No permission that can write is needed; \`connect\` warns of every one that it finds granted.
`;
}

function table(permissions: readonly Permission[]): string {
  return [
    '| permission | id of the app role | needed for | without it |',
    '|---|---|---|---|',
    ...permissions.map((one) => `| ${one.name} | \`${one.roleId}\` | ${one.neededFor} | ${one.without} |`),
  ].join('\n');
}

function calls({ name, essential, others, untried }: NeededPermission): string {
  return [
    `Calls with ${name}:`,
    '',
    `- \`GET ${essential.query.path}\` (needed): ${essential.reads}`,
    ...others.map(({ query, reads }) => `- \`GET ${query.path}\`: ${reads}`),
    ...untried.map(({ path, reads }) => `- \`GET ${path}\`: ${reads}`),
  ].join('\n');
}
