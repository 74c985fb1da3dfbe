import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The pages of the interface: everything that is a file lies below `/assets`, every other address is the same page. */
const addresses = [
  '/',
  '/sign-in',
  '/claim',
  '/connect',
  '/estate',
  '/collection',
  '/settings',
  '/settings/*',
  '/t/*',
] as const;

/** Serves the built interface from a folder. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    dotfiles: 'deny',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => {
      // Their names change with what is in them.
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  for (const address of addresses) {
    server.get(address, (_request, reply) => sendPage(reply, page));
  }
}

/** A page under a policy that lets in our own files, and styles that carry the nonce of this answer. */
export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', policyOf(nonce))
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('__NONCE__', nonce));
}

function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
