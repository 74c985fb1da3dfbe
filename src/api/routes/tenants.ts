import { Type } from 'typebox';
import { Refusal } from '../contract/refusal.ts';
import { ListOf } from '../contract/list.ts';
import {
  ChangeTenantRequest,
  ConnectAnswer,
  ConnectRequest,
  MadeCertificate,
  PermissionLine,
  Tenant,
} from '../contract/tenants.ts';
import { Verification } from '../contract/ledger.ts';
import { created, ok, type Answer } from '../http/answer.ts';
import { eventStream, reported } from '../http/events.ts';
import { NotConnected } from '../http/problems.ts';
import { tenantNamed } from '../operations/find.ts';
import { permissionLines } from '../operations/permissions.ts';
import { tenant, tenants } from '../operations/tenants.ts';
import { verify } from '../operations/verify.ts';
import { route, type Call } from '../route.ts';
import { whole } from './lists.ts';

/** The tenants that are collected from: connect, list, change, remove. */
export const tenantRoutes = [
  route({
    method: 'GET',
    url: '/tenants',
    right: 'read',
    summary: 'The connected tenants, by name',
    answers: { 200: ListOf(Tenant) },
    handle: async ({ context }) => ok(whole(await tenants(context))),
  }),
  route({
    method: 'POST',
    url: '/tenants',
    right: 'manage-tenants',
    summary: 'Connect a tenant, or replace the credential of one, after checking it step by step',
    body: ConnectRequest,
    answers: { 200: ConnectAnswer, 201: ConnectAnswer },
    forms: ['text/event-stream'],
    handle: connectTenant,
  }),
  route({
    method: 'POST',
    url: '/certificates',
    right: 'manage-tenants',
    summary: 'Make a certificate here to sign in with; its private key never leaves this machine',
    body: Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }),
    answers: { 201: MadeCertificate },
    handle: async ({ services, body }) =>
      created(await services.certificates.make(body.name ?? 'Seatledger')),
  }),
  route({
    method: 'GET',
    url: '/permissions',
    right: 'read',
    summary: 'The permissions at Microsoft, what is read with each, and what is missing without it',
    answers: { 200: ListOf(PermissionLine) },
    handle: () => Promise.resolve(ok(whole(permissionLines()))),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant',
    right: 'read',
    summary: 'One tenant, by its id, a domain or its name',
    answers: { 200: Tenant },
    handle: async ({ context, part }) => ok(await tenant(context, part('tenant'))),
  }),
  route({
    method: 'PATCH',
    url: '/tenants/:tenant',
    right: 'manage-tenants',
    summary: 'Pause or resume the schedule of a tenant, or give it another name',
    body: ChangeTenantRequest,
    answers: { 200: Tenant },
    handle: async (call) => ok(await call.services.writer.changeTenant(await idOf(call), call.body)),
  }),
  route({
    method: 'DELETE',
    url: '/tenants/:tenant',
    right: 'manage-tenants',
    summary: 'Remove a tenant and everything kept of it',
    answers: { 200: Tenant },
    handle: async (call) => ok(await call.services.writer.removeTenant(await idOf(call))),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/verification',
    right: 'read-system',
    summary: 'Replay the ledger of a tenant and hold it against the published state',
    answers: { 200: Verification },
    async handle({ context, part }) {
      const [one] = await verify(context, { tenant: part('tenant') });
      return ok(one);
    },
  }),
];

/** The id of the tenant in the path. @throws Refusal when the caller sees none of that name. */
export async function idOf({ context, part }: Pick<Call<unknown, unknown>, 'context' | 'part'>) {
  return (await tenantNamed(context, part('tenant'))).tenant.tenantId;
}

async function connectTenant(call: Call<unknown, ConnectRequest>): Promise<Answer> {
  const { services, body, form } = call;
  await checkAllowed(call);
  const request = withMadeCertificate(body, call);
  if (form === 'text/event-stream') {
    const steps = reported((report: (step: unknown) => void) => services.writer.connect(request, report), {
      report: 'step',
      result: 'answer',
    });
    return eventStream(steps);
  }
  const answer = await services.writer.connect(request, () => undefined);
  if (answer.connected) return created(answer);
  const failed = answer.steps.filter(({ result }) => result === 'failed').map(({ message }) => message);
  throw new NotConnected(failed.join(' ') || 'The tenant was not connected.', answer.steps);
}

/** @throws Refusal `forbidden` for a caller of some tenants that names another, or an address of its own. */
async function checkAllowed({
  caller,
  context,
  services,
  body,
}: Call<unknown, ConnectRequest>): Promise<void> {
  if (body.cloud === 'custom' && !services.customClouds) {
    throw new Refusal(
      'forbidden',
      'Only whoever starts Seatledger can let it talk to other hosts than those of Microsoft.',
    );
  }
  if (caller.tenants === 'all') return;
  const known = await tenantNamed(context, body.tenant).catch(() => null);
  if (!known)
    throw new Refusal('forbidden', `${caller.name} may see some tenants only, and so may not add one.`);
}

function withMadeCertificate(body: ConnectRequest, { services }: Call<unknown, unknown>): ConnectRequest {
  const { certificate } = body;
  if (!certificate || !('made' in certificate)) return body;
  return { ...body, certificate: { pem: services.certificates.pemOf(certificate.made) } };
}
