import { Type } from 'typebox';
import { runsCsv } from '../contract/csv/runs.ts';
import { ListOf, PageRequest } from '../contract/list.ts';
import { HeldChange, HeldDecision } from '../contract/overview.ts';
import { Refusal } from '../contract/refusal.ts';
import { Run, RunDetail } from '../contract/runs.ts';
import { accepted, ok } from '../http/answer.ts';
import { csv } from '../http/csv.ts';
import { eventStream, type ServerEvent } from '../http/events.ts';
import { heldChanges } from '../operations/held.ts';
import { run, runs, runsPage } from '../operations/runs.ts';
import { route } from '../route.ts';
import type { NumberedEvent } from '../running.ts';
import { paged, whole } from './lists.ts';
import { idOf } from './tenants.ts';

/** Collections: begin, follow, list; and what the guard holds back. */
export const runRoutes = [
  route({
    method: 'GET',
    url: '/runs',
    right: 'read',
    summary: 'The runs of all tenants that the caller sees, newest first',
    query: PageRequest,
    answers: { 200: ListOf(Run) },
    forms: ['text/csv'],
    handle: async ({ context, services, query, form }) =>
      form === 'text/csv'
        ? csv('runs', runsCsv, await runs(context, {}))
        : ok(await paged(services.cursors, 'runs', query, (at) => runsPage(context, at), null)),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/runs',
    right: 'read',
    summary: 'The runs of a tenant, newest first',
    query: PageRequest,
    answers: { 200: ListOf(Run) },
    forms: ['text/csv'],
    async handle({ context, services, query, form, part }) {
      const named = { tenant: part('tenant') };
      if (form === 'text/csv') return csv('runs', runsCsv, await runs(context, named));
      const read = (at: Parameters<Parameters<typeof paged>[3]>[0]) => runsPage(context, { ...at, ...named });
      return ok(await paged(services.cursors, 'runs', { ...query, ...named }, read, null));
    },
  }),
  route({
    method: 'POST',
    url: '/tenants/:tenant/runs',
    right: 'collect',
    summary: 'Collect a tenant now',
    body: Type.Object({ full: Type.Optional(Type.Boolean()), acceptHeld: Type.Optional(Type.Boolean()) }),
    answers: { 202: Run },
    handle: async (call) => accepted(await call.services.running.start(await idOf(call), call.body)),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/runs/:run',
    right: 'read',
    summary: 'One run, with what became of each resource',
    answers: { 200: RunDetail },
    handle: async ({ context, part }) => ok(await run(context, { tenant: part('tenant'), id: part('run') })),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/runs/:run/events',
    right: 'read',
    summary: 'What a run says while it goes on, as server-sent events that resume after `Last-Event-ID`',
    answers: {},
    forms: ['text/event-stream'],
    async handle(call) {
      const { services, browser, part } = call;
      const events = services.running.events(await idOf(call), part('run'), browser.lastEvent);
      if (events) return eventStream(told(events));
      throw new Refusal(
        'not-found',
        "That run is over, or is another process's. Its result stands with the runs.",
      );
    },
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/held',
    right: 'read',
    summary: 'What the guard holds back until it is corroborated or decided',
    answers: { 200: ListOf(HeldChange) },
    handle: async ({ context, part }) => ok(whole(await heldChanges(context, part('tenant')))),
  }),
  route({
    method: 'POST',
    url: '/tenants/:tenant/held',
    right: 'collect',
    summary: 'Decide about what is held: publish what a new read finds, keep the last state, or read again',
    body: HeldDecision,
    answers: { 200: ListOf(HeldChange), 202: Run },
    async handle(call) {
      const { services, body } = call;
      const tenantId = await idOf(call);
      if (body.decision === 'keep') {
        await services.writer.dropHeld(tenantId);
        return ok(whole([]));
      }
      return accepted(await services.running.start(tenantId, { acceptHeld: body.decision === 'accept' }));
    },
  }),
];

async function* told(events: AsyncIterable<NumberedEvent>): AsyncGenerator<ServerEvent> {
  for await (const { id, event } of events) yield { id, data: event };
}
