import type { GraphError } from '../../graph/errors.ts';
import type { Graph } from '../../graph/graph.ts';
import type { TokenSource } from '../../graph/token.ts';
import type { Patience } from '../patience.ts';
import {
  moreThanNeeded,
  neededPermissions,
  type NeededPermission,
  type PermittedCall,
} from '../permissions.ts';
import { consentLink, permissionsPlace, type AppPlace } from '../portal.ts';
import { probe, probePatiently, type Probe } from '../probe.ts';
import { StepFailed, type ConnectContext } from '../step.ts';
import { listed } from '../words.ts';

/** What trying out one permission gave. */
export type Tried = {
  readonly permission: NeededPermission;
  readonly essential: Probe;
  /** The other calls that are refused; none are tried where the essential one is. */
  readonly refused: readonly PermittedCall[];
};

/** The name of the step that tries a permission. */
export function stepOf({ name }: NeededPermission): string {
  return `permission:${name}`;
}

/** All that was tried, beside what the token says of itself. */
export type Seen = {
  readonly tried: readonly Tried[];
  /** Null where the token cannot be read. */
  readonly roles: readonly string[] | null;
  readonly place: AppPlace;
};

/** Tries every needed permission on its own; the essential calls again while there is patience. */
export async function tryPermissions(
  graph: Graph,
  source: TokenSource,
  patience: Patience,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const permission of neededPermissions) {
    const renewal = { source, patience, step: stepOf(permission) };
    const essential = await probePatiently(graph, permission.essential.query, renewal);
    const refused: PermittedCall[] = [];
    for (const call of essential.granted ? permission.others : []) {
      if (!(await probe(graph, call.query)).granted) refused.push(call);
    }
    tried.push({ permission, essential, refused });
  }
  return tried;
}

/**
 * Says of each permission what it opens, and of the token what it carries too much.
 * @throws StepFailed for the first permission without which there is no balance; its message names the state of all.
 */
export function checkPermissions(
  seen: Seen,
  patience: Patience,
  { report }: Pick<ConnectContext, 'report'>,
): void {
  const { tried, roles, place } = seen;
  for (const { permission, essential, refused } of tried) {
    const step = stepOf(permission);
    if (!essential.granted) {
      const { message, ...rest } = refusal(permission, essential.refusal, seen);
      throw new StepFailed('refused', [{ step, message: message + patience.hint, ...rest }]);
    }
    for (const call of refused) {
      const message = `Microsoft Graph refuses ${call.query.path}: ${call.reads} stay empty, the rest works.`;
      report({ step, result: 'warning', code: 'B-CL-05', message });
    }
    report({ step, result: 'ok', message: granted(permission, roles) });
  }
  const surplus = moreThanNeeded(roles ?? []);
  if (surplus.length > 0) {
    const message = `More is granted than needed: ${listed(surplus)}. Seatledger only reads; take back what nothing else uses under ${permissionsPlace(place)}.`;
    report({ step: 'permissions', result: 'warning', code: 'B-CL-09', message });
  }
}

function granted({ name, neededFor }: NeededPermission, roles: readonly string[] | null): string {
  if (roles === null || roles.includes(name)) return `${name} is granted: ${neededFor}.`;
  return `${name} is not granted by name, but what it is needed for works with ${listed(roles)}.`;
}

/** The state of all permissions, why this one is most likely missing, and where it is granted. */
function refusal(
  permission: NeededPermission,
  { httpStatus, code, requestId }: GraphError,
  seen: Seen,
): { code: string; message: string; detail: string } {
  const states = seen.tried.map(({ permission: { name, neededFor }, essential }) =>
    essential.granted ? `${name} is granted` : `${name} is missing (needed for ${neededFor})`,
  );
  const why = cause(permission.name, seen.roles);
  const request = requestId === null ? '' : `, request id ${requestId}`;
  return {
    code: why.code,
    message: `${states.join('; ')}. ${why.message} A Global Administrator or Privileged Role Administrator grants admin consent: ${consentLink(seen.place)} or ${permissionsPlace(seen.place)}.`,
    detail: `GET ${permission.essential.query.path}: HTTP ${httpStatus} ${code}${request}`,
  };
}

function cause(name: string, roles: readonly string[] | null): { code: string; message: string } {
  if (roles?.length === 0) {
    return {
      code: 'B-CL-04',
      message:
        'The token carries no application permission: either nobody has consented yet, or you granted delegated permissions; this app runs without a user and needs application permissions (Add a permission → Microsoft Graph → Application permissions).',
    };
  }
  if (roles?.includes(name)) {
    return {
      code: 'B-CL-06',
      message: 'The token carries it, but it was granted or taken back a moment ago.',
    };
  }
  return { code: 'B-CL-03', message: 'Nobody has consented to what is missing.' };
}
