import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from './authenticate.ts';
import { HttpRefusal } from './problems.ts';
import { referencePage } from './reference-page.ts';
import { sendPage } from './web-pages.ts';

const file = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'openapi.json');

/** The description of the API, for programs and for people; both need a caller. */
export function serveReference(server: FastifyInstance, authenticate: Authenticate): void {
  const text = readFileSync(file, 'utf8');
  const page = referencePage(JSON.parse(text) as Parameters<typeof referencePage>[0]);
  const checkCaller = async (request: FastifyRequest): Promise<void> => {
    if (!(await authenticate(request))) {
      throw new HttpRefusal('not-signed-in', 'Sign in, or send a token as Authorization: Bearer.');
    }
  };
  server.get('/api/openapi.json', async (request, reply) => {
    await checkCaller(request);
    return reply.type('application/json; charset=utf-8').send(text);
  });
  server.get('/api/docs', async (request, reply) => {
    await checkCaller(request);
    return sendPage(reply, page);
  });
}
