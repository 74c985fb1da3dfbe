import { ClaimRequest, Entrance, Me, OneTimeRequest, SignInRequest } from '../contract/access.ts';
import { rightsOf, type Caller } from '../../domain/access.ts';
import { done, ok, type Answer } from '../http/answer.ts';
import { route, type Browser, type Call } from '../route.ts';
import type { SessionCookie } from '../services.ts';

/** How people come in and go: the claim, signing in and out, and who one is. */
export const entranceRoutes = [
  route({
    method: 'GET',
    url: '/entrance',
    right: 'open',
    summary: 'Whether this Seatledger has an owner already',
    answers: { 200: Entrance },
    handle: async ({ services }) => ok({ claimed: await (await services.access()).claimed() }),
  }),
  route({
    method: 'POST',
    url: '/claim',
    right: 'open',
    summary: 'Become the owner of a new Seatledger, with the code that it printed',
    body: ClaimRequest,
    answers: { 200: Me },
    handle: async (call) =>
      entered(call, await (await call.services.access()).claim({ ...call.body, ...from(call.browser) })),
  }),
  route({
    method: 'POST',
    url: '/sign-in',
    right: 'open',
    summary: 'Sign in with a name and a password',
    body: SignInRequest,
    answers: { 200: Me },
    handle: async (call) =>
      entered(call, await (await call.services.access()).signIn({ ...call.body, ...from(call.browser) })),
  }),
  route({
    method: 'POST',
    url: '/sign-in/one-time',
    right: 'open',
    summary: 'Sign in once with a code from the terminal',
    body: OneTimeRequest,
    answers: { 200: Me },
    handle: async (call) =>
      entered(call, await (await call.services.access()).redeem(call.body.code, from(call.browser))),
  }),
  route({
    method: 'POST',
    url: '/sign-out',
    right: 'read',
    summary: 'End the session of this browser',
    answers: { 204: null },
    async handle({ services, browser }) {
      if (browser.session !== null) await (await services.access()).signOut(browser.session);
      return { ...done(), session: null };
    },
  }),
  route({
    method: 'GET',
    url: '/me',
    right: 'read',
    summary: 'Who is calling, and what that caller may do',
    answers: { 200: Me },
    handle: async ({ caller, context }) => ok(meOf(caller, context.setup.version)),
  }),
];

type Entering = Pick<Call<unknown, unknown>, 'services' | 'context'>;

function from({ address, client, session }: Browser) {
  return { address, client, session };
}

async function entered({ services, context }: Entering, session: SessionCookie): Promise<Answer> {
  const caller = await (await services.access()).callerOfSession(session.value);
  if (!caller) throw new Error('A session that was just made is not there.');
  return { ...ok(meOf(caller, context.setup.version)), session };
}

function meOf({ kind, name, role, tenants }: Caller, version: string): Me {
  return {
    kind,
    name,
    role,
    tenants: tenants === 'all' ? 'all' : [...tenants],
    rights: [...rightsOf(role)],
    version,
  };
}
