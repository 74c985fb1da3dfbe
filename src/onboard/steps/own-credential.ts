import { isJson, type Json } from '../../graph/answers.ts';
import { GraphError } from '../../graph/errors.ts';
import type { Graph } from '../../graph/graph.ts';
import { warnDays } from '../fields/certificate.ts';
import { credentialsPlace } from '../portal.ts';
import type { SignIn } from '../refusals.ts';
import type { ConnectContext } from '../step.ts';
import { daysBetween } from '../words.ts';

/** When the credential in use ends, by the application's own registration or by the certificate; null where unknown. */
export async function credentialEnd(
  graph: Graph,
  { credential, ...place }: SignIn,
  context: Pick<ConnectContext, 'now' | 'report'>,
): Promise<Date | null> {
  if (credential.kind === 'certificate') return credential.validTo;
  const end = endOfSecret(
    await passwordsOf(graph, place.clientId),
    credential.secret.reveal().slice(0, hintLength),
  );
  if (end === null) return null;
  const days = daysBetween(context.now(), end);
  if (days < warnDays) {
    const message = `The client secret ends on ${end.toISOString().slice(0, 10)}, in ${days} days. Make a new one under ${credentialsPlace(place)}; a certificate lasts longer.`;
    context.report({ step: 'credential', result: 'warning', code: 'B-CS-12', message });
  }
  return end;
}

/** Microsoft shows the first three characters of a secret, and no other trace of it. */
const hintLength = 3;

async function passwordsOf(graph: Graph, clientId: string): Promise<readonly Json[]> {
  try {
    const query = { $select: 'id,passwordCredentials' };
    const application = await graph.object({ path: `/applications(appId='${clientId}')`, query, units: 1 });
    const passwords = application['passwordCredentials'];
    return Array.isArray(passwords) ? passwords.filter(isJson) : [];
  } catch (error) {
    // Registered in another tenant (404), or not to be read with the permissions granted (403): then nobody knows.
    if (error instanceof GraphError && [403, 404].includes(error.httpStatus)) return [];
    throw error;
  }
}

/** The end of the only secret that begins so; with two of them nobody can say which is in use. */
function endOfSecret(passwords: readonly Json[], hint: string): Date | null {
  const ends = passwords.flatMap(({ hint: shown, endDateTime }) =>
    shown === hint && typeof endDateTime === 'string' ? [new Date(endDateTime)] : [],
  );
  const [end] = ends;
  return end && ends.length === 1 && !Number.isNaN(end.getTime()) ? end : null;
}
