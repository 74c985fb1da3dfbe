import { BalanceLine, Explanation, ResourceAge } from '../contract/balance.ts';
import { balanceCsv } from '../contract/csv/balance.ts';
import { SkuGroup, SkuHistory, SkuPlan } from '../contract/history.ts';
import { ListOf } from '../contract/list.ts';
import { Overview } from '../contract/overview.ts';
import { ok, type Answer } from '../http/answer.ts';
import { csv } from '../http/csv.ts';
import { balance, resources } from '../operations/balance.ts';
import { explain } from '../operations/explain.ts';
import { skuGroups, skuPlans } from '../operations/groups.ts';
import { overview } from '../operations/overview.ts';
import { skuHistory } from '../operations/sku-history.ts';
import { route, type Call } from '../route.ts';
import { whole } from './lists.ts';
import { At, FromTo } from './queries.ts';

/** The balance, what stands around it, and the SKUs in it. */
export const balanceRoutes = [
  route({
    method: 'GET',
    url: '/balance',
    right: 'read',
    published: true,
    summary: 'The balance of all tenants that the caller sees, now or at the end of a past day',
    query: At,
    answers: { 200: ListOf(BalanceLine) },
    forms: ['text/csv'],
    handle: ({ context, query, form }) => answer(balance(context, query), form),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/balance',
    right: 'read',
    published: true,
    summary: 'The balance of a tenant, now or at the end of a past day',
    query: At,
    answers: { 200: ListOf(BalanceLine) },
    forms: ['text/csv'],
    handle: ({ context, query, form, part }) =>
      answer(balance(context, { ...query, tenant: part('tenant') }), form),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/overview',
    right: 'read',
    summary: 'What stands around the balance: age, proofs, purchases, what is held',
    query: At,
    answers: { 200: Overview },
    handle: async ({ context, query, part }) =>
      ok(await overview(context, { ...query, tenant: part('tenant') })),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/resources',
    right: 'read',
    published: true,
    summary: 'How old each resource is, and why one could not be read',
    answers: { 200: ListOf(ResourceAge) },
    handle: async ({ context, part }) => ok(whole(await resources(context, part('tenant')))),
  }),
  route({
    method: 'GET',
    url: '/skus/:sku',
    right: 'read',
    published: true,
    summary: 'How the figures of a SKU come about, in each tenant that has it',
    query: At,
    answers: { 200: ListOf(Explanation) },
    handle: async ({ context, query, part }) =>
      ok(whole(await explain(context, { ...query, sku: part('sku') }))),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/skus/:sku',
    right: 'read',
    published: true,
    summary: 'How the figures of a SKU come about: its line, purchases and proofs',
    query: At,
    answers: { 200: Explanation },
    async handle({ context, query, part }) {
      const [one] = await explain(context, { ...query, ...skuOf(part) });
      return ok(one);
    },
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/skus/:sku/history',
    right: 'read',
    summary: 'How the figures of a SKU moved; thirteen months unless asked otherwise',
    query: FromTo,
    answers: { 200: SkuHistory },
    handle: async ({ context, query, part }) => ok(await skuHistory(context, { ...query, ...skuOf(part) })),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/skus/:sku/groups',
    right: 'read',
    published: true,
    summary: 'The groups that give a SKU to their members',
    answers: { 200: ListOf(SkuGroup) },
    handle: async ({ context, part }) => ok(whole(await skuGroups(context, skuOf(part)))),
  }),
  route({
    method: 'GET',
    url: '/tenants/:tenant/skus/:sku/plans',
    right: 'read',
    published: true,
    summary: 'The service plans inside a SKU',
    answers: { 200: ListOf(SkuPlan) },
    handle: async ({ context, part }) => ok(whole(await skuPlans(context, skuOf(part)))),
  }),
];

function skuOf(part: Call<unknown, unknown>['part']) {
  return { tenant: part('tenant'), sku: part('sku') };
}

async function answer(
  reading: Promise<readonly BalanceLine[]>,
  form: Call<unknown, unknown>['form'],
): Promise<Answer> {
  const lines = await reading;
  if (form === 'text/csv') return csv('balance', balanceCsv, lines);
  const ages = lines.flatMap(({ asOf }) => asOf ?? []).sort();
  return ok(whole(lines, ages[0] ?? null));
}
