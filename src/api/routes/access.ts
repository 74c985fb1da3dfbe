import {
  Account,
  AddAccountRequest,
  ChangeAccountRequest,
  CreatedToken,
  CreateTokenRequest,
  Session,
  Token,
} from '../contract/access.ts';
import { ListOf } from '../contract/list.ts';
import { created, done, ok } from '../http/answer.ts';
import { route } from '../route.ts';
import { whole } from './lists.ts';

/** People, programs and browsers that may call. */
export const accessRoutes = [
  route({
    method: 'GET',
    url: '/accounts',
    right: 'manage-access',
    summary: 'The people who may sign in',
    answers: { 200: ListOf(Account) },
    handle: async ({ services }) => ok(whole(await (await services.access()).accounts())),
  }),
  route({
    method: 'POST',
    url: '/accounts',
    right: 'manage-access',
    summary: 'Add a person',
    body: AddAccountRequest,
    answers: { 201: Account },
    handle: async ({ services, body }) => created(await (await services.access()).addAccount(body)),
  }),
  route({
    method: 'PATCH',
    url: '/accounts/:name',
    right: 'manage-access',
    summary: "Change a person's role, tenants or password; whoever is signed in with it has to sign in again",
    body: ChangeAccountRequest,
    answers: { 200: Account },
    handle: async ({ services, part, body }) =>
      ok(await (await services.access()).changeAccount(part('name'), body)),
  }),
  route({
    method: 'DELETE',
    url: '/accounts/:name',
    right: 'manage-access',
    summary: 'Remove a person; the last owner stays',
    answers: { 200: Account },
    handle: async ({ services, part }) => ok(await (await services.access()).removeAccount(part('name'))),
  }),
  route({
    method: 'GET',
    url: '/sessions',
    right: 'read',
    summary: 'The browsers that are signed in: your own, all of them for an owner',
    answers: { 200: ListOf(Session) },
    handle: async ({ services, caller, browser }) =>
      ok(whole(await (await services.access()).sessions(caller, browser.session))),
  }),
  route({
    method: 'DELETE',
    url: '/sessions/:id',
    right: 'read',
    summary: 'Sign a browser out',
    answers: { 204: null },
    async handle({ services, caller, part }) {
      await (await services.access()).endSession(caller, part('id'));
      return done();
    },
  }),
  route({
    method: 'GET',
    url: '/tokens',
    right: 'manage-tokens',
    summary: 'The programs that may call: those you made, all of them for an owner',
    answers: { 200: ListOf(Token) },
    handle: async ({ services, caller }) => ok(whole(await (await services.access()).tokens(caller))),
  }),
  route({
    method: 'POST',
    url: '/tokens',
    right: 'manage-tokens',
    summary: 'Make a token; it is shown in this answer and never again',
    body: CreateTokenRequest,
    answers: { 201: CreatedToken },
    handle: async ({ services, caller, body }) =>
      created(await (await services.access()).createToken(caller, body)),
  }),
  route({
    method: 'DELETE',
    url: '/tokens/:token',
    right: 'manage-tokens',
    summary: 'Revoke a token, by its id or its name',
    answers: { 200: Token },
    handle: async ({ services, caller, part }) =>
      ok(await (await services.access()).revokeToken(caller, part('token'))),
  }),
];
