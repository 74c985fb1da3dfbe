import { Refusal } from '../../api/contract/refusal.ts';
import type { Page } from '../../api/contract/list.ts';
import type { CollectAnswer, CollectRequest, Progress, Run, RunEvent } from '../../api/contract/runs.ts';
import type { ConnectAnswer, ConnectRequest, StepResult, Tenant } from '../../api/contract/tenants.ts';
import type { Problem } from '../../api/contract/problem.ts';
import { refusalOf, type Caller } from './call.ts';

/** Connects a tenant and reports each step as its result comes. */
export async function connectTenant(
  api: Caller,
  request: ConnectRequest,
  report: (step: StepResult) => void,
): Promise<ConnectAnswer> {
  for await (const { name, data } of api.events('POST', '/tenants', request)) {
    if (name === 'step') report(data as StepResult);
    if (name === 'answer') return data as ConnectAnswer;
    if (name === 'problem') throw refusalOf(data as Problem);
  }
  throw brokenOff('Connecting broke off before it ended.');
}

/** Collects one tenant, or each that is not paused, one after the other, and reports how far it is. */
export async function collectAll(
  api: Caller,
  { tenant, ...request }: CollectRequest,
  report: (progress: Progress) => void,
): Promise<readonly CollectAnswer[]> {
  const answers: CollectAnswer[] = [];
  for (const one of await tenantsToCollect(api, tenant)) {
    report({ type: 'tenant', tenantId: one.id, tenantName: one.name });
    answers.push(await collectOne(api, one, request, report));
  }
  return answers;
}

async function tenantsToCollect(api: Caller, text: string | undefined): Promise<readonly Tenant[]> {
  const found =
    text === undefined
      ? (await api.get<Page<Tenant>>('/tenants')).items
      : [await api.get<Tenant>(`/tenants/${encodeURIComponent(text)}`)];
  if (found.length === 0) {
    throw new Refusal('wrong-input', 'No tenant is connected yet. First: seatledger connect');
  }
  const active = found.filter(({ state }) => state !== 'paused');
  if (active.length > 0) return active;
  const names = found.map(({ name }) => name).join(', ');
  throw new Refusal('wrong-input', `${names}: paused. First: seatledger tenants resume "${text ?? 'NAME'}"`);
}

async function collectOne(
  api: Caller,
  { id }: Tenant,
  request: Omit<CollectRequest, 'tenant'>,
  report: (progress: Progress) => void,
): Promise<CollectAnswer> {
  const run = await api.send<Run>('POST', `/tenants/${id}/runs`, request);
  for await (const { data } of api.events('GET', `/tenants/${id}/runs/${run.id}/events`)) {
    const event = data as RunEvent;
    if (event.type === 'outcome') return event.answer;
    if (event.type === 'broken') throw refusalOf(event.problem);
    if (event.type !== 'tenant') report(event);
  }
  throw brokenOff('The collection broke off before it ended. `seatledger runs` shows what became of it.');
}

function brokenOff(message: string): Refusal {
  return new Refusal('failed', message);
}
