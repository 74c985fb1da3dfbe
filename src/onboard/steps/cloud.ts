import type { Cloud } from '../../graph/clouds.ts';
import { Unreachable } from '../../graph/errors.ts';
import { outage } from '../outage.ts';
import { StepFailed, type ConnectContext } from '../step.ts';

/**
 * Shows that both hosts of the cloud can be reached, before anything is sent to them; any answer will do.
 * @throws StepFailed naming each host that cannot be reached.
 */
export async function checkCloud(
  cloud: Cloud,
  context: Pick<ConnectContext, 'http' | 'proxy' | 'report'>,
): Promise<void> {
  const origins = [...new Set([cloud.authorityHost, cloud.graphHost])];
  const answers = await Promise.allSettled(
    origins.map((origin) => context.http({ method: 'GET', url: `${origin}/`, headers: {} })),
  );
  const failures = answers.flatMap((answer) =>
    answer.status === 'rejected' && answer.reason instanceof Unreachable
      ? (outage('cloud', answer.reason, context.proxy)?.steps ?? [])
      : [],
  );
  if (failures.length > 0) throw new StepFailed('unreachable', failures);
  const hosts = origins.map((origin) => new URL(origin).host).join(' and ');
  context.report({ step: 'cloud', result: 'ok', message: `Reached ${cloud.title}: ${hosts}.` });
}
