import { Type, type Static } from 'typebox';
import { ledgerCsv } from '../contract/csv/ledger.ts';
import { LedgerDay } from '../contract/history.ts';
import { Entry } from '../contract/ledger.ts';
import { ListOf, PageRequest } from '../contract/list.ts';
import { ok, type Answer } from '../http/answer.ts';
import { csv } from '../http/csv.ts';
import { ageOf } from '../operations/ages.ts';
import { ledgerDays } from '../operations/days.ts';
import { entriesPage } from '../operations/entries-page.ts';
import { entries } from '../operations/entries.ts';
import { route, type Call } from '../route.ts';
import { paged, whole } from './lists.ts';
import { FromTo } from './queries.ts';

const EntriesQuery = Type.Object({
  ...PageRequest.properties,
  ...FromTo.properties,
  /** SKU id or part number. */
  sku: Type.Optional(Type.String()),
  /** Object id or principal name. */
  user: Type.Optional(Type.String()),
  /** Oldest first unless asked otherwise. */
  order: Type.Optional(Type.Enum(['oldest', 'newest'])),
});

/** The ledger: its entries, and its days in sums. */
export const ledgerRoutes = [
  route({
    method: 'GET',
    url: '/entries',
    right: 'read',
    published: true,
    summary: 'The entries of the ledgers of all tenants that the caller sees',
    query: EntriesQuery,
    answers: { 200: ListOf(Entry) },
    forms: ['text/csv'],
    handle: (call) => entered(call, undefined),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/entries',
    right: 'read',
    published: true,
    summary: 'The entries of the ledger of a tenant',
    query: EntriesQuery,
    answers: { 200: ListOf(Entry) },
    forms: ['text/csv'],
    handle: (call) => entered(call, call.part('tenant')),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/days',
    right: 'read',
    published: true,
    summary: 'What changed on each day, in sums, newest first; the last 31 days unless asked otherwise',
    query: FromTo,
    answers: { 200: ListOf(LedgerDay) },
    handle: async ({ context, query, part }) =>
      ok(
        whole(
          await ledgerDays(context, { ...query, tenant: part('tenant') }),
          await ageOf(context, part('tenant')),
        ),
      ),
  }),
];

async function entered(
  { context, services, query, form }: Call<Static<typeof EntriesQuery>, unknown>,
  tenant: string | undefined,
): Promise<Answer> {
  const { limit: _limit, cursor: _cursor, order = 'oldest', ...filter } = query;
  const request = { ...filter, ...(tenant === undefined ? {} : { tenant }) };
  if (form === 'text/csv') return csv('ledger', ledgerCsv, entries(context, request));
  const page = { ...query, ...request };
  const read = (at: Parameters<Parameters<typeof paged>[3]>[0]) =>
    entriesPage(context, { ...request, ...at, order });
  return ok(await paged(services.cursors, 'entries', page, read, await ageOf(context, tenant)));
}
