import type { FastifyInstance } from 'fastify';
import { may } from '../../domain/access.ts';
import { anyTenant } from '../../store/generations.ts';
import { metricsText } from '../operations/metrics.ts';
import type { OperationsContext } from '../operations/context.ts';
import type { Authenticate } from './authenticate.ts';
import { HttpRefusal } from './problems.ts';

/** Whether it lives, whether it can answer, and its figures for a monitor; at the root, as such programs expect. */
export function serveHealth(
  server: FastifyInstance,
  {
    context,
    authenticate,
  }: { readonly context: Omit<OperationsContext, 'caller'>; readonly authenticate: Authenticate },
): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async () => {
    await anyTenant(context.store);
    return { status: 'ready' };
  });
  server.get('/metrics', async (request, reply) => {
    const caller = await authenticate(request);
    if (!caller) throw new HttpRefusal('not-signed-in', 'Send a token as Authorization: Bearer.');
    if (!may(caller, 'read')) throw new HttpRefusal('forbidden', `${caller.name} may not read here.`);
    return reply
      .type('application/openmetrics-text; version=1.0.0; charset=utf-8')
      .send(await metricsText({ ...context, caller }));
  });
}
