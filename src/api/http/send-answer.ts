import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Route } from '../route.ts';
import type { Answer } from './answer.ts';
import { cookieName } from './authenticate.ts';
import { checkerOf, type Checker } from './checks.ts';
import type { FrontDoor } from './front-door.ts';

/** How the answers of a route are sent. */
export type Sender = {
  /** The JSON of an answer, after holding it against the schema of its status; null for one that has none. */
  textOf(answer: Answer): string | null;
  send(reply: FastifyReply, answer: Answer, text: string | null): FastifyReply;
};

/** Sends the answers of a route. */
export function createSender(route: Route, door: FrontDoor | null): Sender {
  const checkers = new Map<number, Checker>();
  for (const [status, schema] of Object.entries(route.answers)) {
    if (schema) checkers.set(Number(status), checkerOf(schema));
  }
  return {
    textOf({ status, body }) {
      if (body === undefined) return null;
      const checker = checkers.get(status);
      if (checker?.check(body)) return JSON.stringify(body);
      const fault = checker?.fault(body) ?? 'no such answer is declared';
      throw new Error(`${route.method} ${route.url} answers ${status} unlike its schema: ${fault}`);
    },
    send(reply, { status, stream, session }, text) {
      void reply.code(status);
      if (session !== undefined && door) keepSession(reply, session, door);
      if (text !== null) return sendJson(reply, text);
      if (!stream) return reply.send();
      if (stream.file) void reply.header('content-disposition', `attachment; filename="${stream.file}"`);
      return reply.type(stream.type).send(Readable.from(stream.chunks, { objectMode: false }));
    },
  };
}

/** Sends a text that is JSON already. */
export function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text);
}

function keepSession(reply: FastifyReply, session: Answer['session'], door: FrontDoor): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: door.publicUrl?.protocol === 'https:',
  } as const;
  if (session) void reply.setCookie(cookieName(door), session.value, { ...options, expires: session.endsAt });
  else void reply.clearCookie(cookieName(door), options);
}
