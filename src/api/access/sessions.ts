import type { Caller } from '../../domain/access.ts';
import {
  endSession,
  endSessionOfHash,
  sessionOfHash,
  sessionsOf,
  startSession,
  touchSession,
  type AccountSession,
  type Alive,
} from '../../store/access/sessions.ts';
import type { Session } from '../contract/access.ts';
import { Refusal } from '../contract/refusal.ts';
import type { AccessContext } from './context.ts';
import { fingerprint } from './fingerprint.ts';

/** What a browser gets when it has signed in. */
export type SignedIn = {
  /** The cookie: 256 random bits, of which only the fingerprint is kept. */
  readonly value: string;
  /** When it ends however much it is used. */
  readonly endsAt: Date;
};

/** From where someone signs in. */
export type Origin = {
  readonly address: string;
  /** What the browser says of itself. */
  readonly client: string | null;
  /** The session cookie that came along, whose session ends when the new one begins. */
  readonly session: string | null;
};

/** Browsers that are signed in. */
export type Sessions = {
  /** Who holds this cookie, its role and tenants being those of the account now; null when the session is over. */
  callerOfSession(cookie: string): Promise<Caller | null>;
  signOut(cookie: string): Promise<void>;
  /** The sessions of the caller, or everyone's for an owner; that of this cookie is the current one. */
  sessions(caller: Caller, cookie: string | null): Promise<readonly Session[]>;
  /** @throws Refusal when there is no such session, or it is not the caller's to end. */
  endSession(caller: Caller, id: string): Promise<void>;
};

/** Begins a session; null when the account is gone or no longer has the password hash that was checked. */
export type Begin = (account: string, origin: Origin, checkedHash: string | null) => Promise<SignedIn | null>;

const cookieBytes = 32;
const idleMs = 30 * 60 * 1000;
const longestMs = 12 * 60 * 60 * 1000;
const touchEveryMs = 60 * 1000;
const longestClient = 200;

/** Sessions that end after 30 minutes without use, and after 12 hours in any case. */
export function createSessions({ store, now, random }: AccessContext): Sessions & { readonly begin: Begin } {
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString();
  const alive = (): Alive => ({ now: ago(0), idleSince: ago(idleMs) });
  return {
    async begin(account, { address, client, session: before }, checkedHash) {
      const value = random(cookieBytes).toString('base64url');
      const endsAt = new Date(now().getTime() + longestMs);
      const session = {
        idHash: fingerprint(value),
        id: random(8).toString('hex'),
        endsAt: endsAt.toISOString(),
        client: client && plain(client),
        account,
        address,
      };
      if (!(await startSession(store, session, alive(), checkedHash))) return null;
      if (before !== null) await endSessionOfHash(store, fingerprint(before));
      return { value, endsAt };
    },
    async callerOfSession(cookie) {
      const session = await sessionOfHash(store, fingerprint(cookie), alive());
      if (!session) return null;
      if (session.lastUsedAt <= ago(touchEveryMs)) await touchSession(store, session.id, ago(0));
      const { account, role, tenants } = session;
      return { kind: 'account', name: account, role, tenants };
    },
    signOut: (cookie) => endSessionOfHash(store, fingerprint(cookie)),
    async sessions(caller, cookie) {
      const whose = accountMeant(caller);
      if (whose === undefined) return [];
      const current = cookie === null ? null : fingerprint(cookie);
      return (await sessionsOf(store, whose, alive())).map((session) => shown(session, current));
    },
    async endSession(caller, id) {
      const whose = accountMeant(caller);
      const ended = whose !== undefined && isId(id) && (await endSession(store, id, whose));
      if (!ended) throw new Refusal('not-found', `There is no session ${plain(id)}; it may have ended.`);
    },
  };
}

/** Whose sessions the caller may see: null for everyone's, undefined for nobody's. */
function accountMeant({ kind, role, name }: Caller): string | null | undefined {
  if (role === 'owner') return null;
  return kind === 'account' ? name : undefined;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

function shown(session: AccountSession, current: string | null): Session {
  const { id, account, createdAt, lastUsedAt, endsAt, client, idHash } = session;
  return { id, account, createdAt, lastUsedAt, endsAt, client, current: idHash === current };
}

/** What a stranger wrote, cut short and without control characters. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, longestClient);
}
