import { ListOf } from '../contract/list.ts';
import { EstateLine, ProductSum } from '../contract/overview.ts';
import { ok } from '../http/answer.ts';
import { ageOf } from '../operations/ages.ts';
import { estate, productSums } from '../operations/estate.ts';
import { route } from '../route.ts';
import { whole } from './lists.ts';

/** All tenants at a glance. */
export const estateRoutes = [
  route({
    method: 'GET',
    url: '/estate',
    right: 'read',
    summary: 'Every tenant that the caller sees with its sums, worst first',
    answers: { 200: ListOf(EstateLine) },
    handle: async ({ context }) => ok(whole(await estate(context), await ageOf(context, undefined))),
  }),
  route({
    method: 'GET',
    url: '/products',
    right: 'read',
    published: true,
    summary: 'Each product summed over all tenants that the caller sees',
    answers: { 200: ListOf(ProductSum) },
    handle: async ({ context }) => ok(whole(await productSums(context), await ageOf(context, undefined))),
  }),
];
