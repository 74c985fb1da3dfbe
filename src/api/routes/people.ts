import { Type, type Static } from 'typebox';
import { heldSeats, peopleCsv, seatsCsv } from '../contract/csv/people.ts';
import { findingsCsv } from '../contract/csv/findings.ts';
import { Finding, PeopleCounters } from '../contract/findings.ts';
import { ListOf, PageRequest } from '../contract/list.ts';
import { peopleSorts, Person, PersonDetail } from '../contract/people.ts';
import { ok, type Answer } from '../http/answer.ts';
import { csv } from '../http/csv.ts';
import { findings, findingsPage, peopleCounters } from '../operations/findings.ts';
import { peoplePage } from '../operations/people-page.ts';
import { user, users } from '../operations/people.ts';
import { ageOf } from '../operations/ages.ts';
import { route, type Call } from '../route.ts';
import { paged } from './lists.ts';

const PeopleQuery = Type.Object({
  ...PageRequest.properties,
  /** Part of a name, address or principal name, in any letter case. */
  search: Type.Optional(Type.String({ maxLength: 200 })),
  /** SKU id or part number. */
  sku: Type.Optional(Type.String()),
  department: Type.Optional(Type.String()),
  enabled: Type.Optional(Type.Boolean()),
  licensed: Type.Optional(Type.Boolean()),
  finding: Type.Optional(Type.String()),
  sort: Type.Optional(Type.Enum([...peopleSorts])),
  /** What a CSV row is. */
  rows: Type.Optional(Type.Enum(['people', 'seats'])),
});

const FindingsQuery = Type.Object({ ...PageRequest.properties, rule: Type.Optional(Type.String()) });

/** People with their seats, and what is worth attention about them. */
export const peopleRoutes = [
  route({
    method: 'GET',
    url: '/users',
    right: 'read',
    published: true,
    summary: 'People of all tenants that the caller sees, with their seats',
    query: PeopleQuery,
    answers: { 200: ListOf(Person) },
    forms: ['text/csv'],
    handle: (call) => people(call, undefined),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/users',
    right: 'read',
    published: true,
    summary: 'People of a tenant with their seats',
    query: PeopleQuery,
    answers: { 200: ListOf(Person) },
    forms: ['text/csv'],
    handle: (call) => people(call, call.part('tenant')),
  }),
  route({
    method: 'GET',
    url: '/users/:user',
    right: 'read',
    published: true,
    summary: 'One person whole, in whichever tenant it is',
    answers: { 200: PersonDetail },
    handle: async ({ context, part }) => ok(await user(context, { id: part('user') })),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/users/:user',
    right: 'read',
    published: true,
    summary: 'One person whole, by object id or principal name',
    answers: { 200: PersonDetail },
    handle: async ({ context, part }) =>
      ok(await user(context, { tenant: part('tenant'), id: part('user') })),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/counters',
    right: 'read',
    published: true,
    summary: 'How many people there are, how many hold a seat, and how many each finding is about',
    answers: { 200: PeopleCounters },
    handle: async ({ context, part }) => ok(await peopleCounters(context, part('tenant'))),
  }),
  route({
    method: 'GET',
    url: '/findings',
    right: 'read',
    published: true,
    summary: 'What is worth attention, in all tenants that the caller sees',
    query: FindingsQuery,
    answers: { 200: ListOf(Finding) },
    forms: ['text/csv'],
    handle: (call) => found(call, undefined),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/findings',
    right: 'read',
    published: true,
    summary: 'What is worth attention in a tenant',
    query: FindingsQuery,
    answers: { 200: ListOf(Finding) },
    forms: ['text/csv'],
    handle: (call) => found(call, call.part('tenant')),
  }),
];

async function people(
  { context, services, query, form }: Call<Static<typeof PeopleQuery>, unknown>,
  tenant: string | undefined,
): Promise<Answer> {
  const { rows, limit, cursor, ...filter } = query;
  const request = { ...filter, ...(tenant === undefined ? {} : { tenant }) };
  if (form === 'text/csv') {
    const found = users(context, request);
    return rows === 'seats' ? csv('seats', seatsCsv, heldSeats(found)) : csv('people', peopleCsv, found);
  }
  const page = {
    ...request,
    ...(limit === undefined ? {} : { limit }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  const read = (at: Parameters<Parameters<typeof paged>[3]>[0]) => peoplePage(context, { ...request, ...at });
  return ok(await paged(services.cursors, 'users', page, read, await ageOf(context, tenant)));
}

async function found(
  { context, services, query, form }: Call<Static<typeof FindingsQuery>, unknown>,
  tenant: string | undefined,
): Promise<Answer> {
  const named = tenant === undefined ? {} : { tenant };
  const request = { ...named, ...(query.rule === undefined ? {} : { rule: query.rule }) };
  if (form === 'text/csv') return csv('findings', findingsCsv, findings(context, request));
  const read = (at: Parameters<Parameters<typeof paged>[3]>[0]) =>
    findingsPage(context, { ...request, ...at });
  return ok(
    await paged(services.cursors, 'findings', { ...query, ...named }, read, await ageOf(context, tenant)),
  );
}
