import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../domain/access.ts';
import type { Access } from '../access/access.ts';
import { checkSameSite, type FrontDoor } from './front-door.ts';

/** Finds out who sends a request; null when nobody known does. */
export type Authenticate = (request: FastifyRequest) => Promise<Caller | null>;

/**
 * The name of the session cookie. Browsers take `__Host-` over TLS only, where it keeps the cookie to this very host
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie).
 */
export function cookieName({ publicUrl }: FrontDoor): string {
  return publicUrl?.protocol === 'https:' ? '__Host-seatledger' : 'seatledger';
}

/** Callers from the network: a token in `Authorization: Bearer`, or the session of a browser. */
export function networkCallers(access: Access, door: FrontDoor): Authenticate {
  return async (request) => {
    const { authorization } = request.raw.headers;
    if (authorization !== undefined) {
      const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(authorization) ?? [];
      return token === undefined ? null : access.callerOfToken(token);
    }
    const cookie = request.cookies[cookieName(door)];
    if (cookie === undefined) return null;
    checkSameSite(request, door);
    return access.callerOfSession(cookie);
  };
}
