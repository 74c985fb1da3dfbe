import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './api/contract/refusal.ts';

/**
 * Where to listen: on loopback alone until someone has claimed it, so that nobody else can.
 * @throws Refusal for an address of others without a proxy that holds a certificate.
 */
export function listeningHost(
  host: string,
  { claimed, publicUrl, say }: { claimed: boolean; publicUrl: URL | null; say: (line: string) => void },
): string {
  if (/^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)) return host;
  if (publicUrl === null) {
    throw new Refusal(
      'wrong-input',
      `Listening on ${host} is meant for others, and they need TLS: put a proxy with a certificate before it and name ` +
        'its address in SEATLEDGER_PUBLIC_URL, such as https://seats.contoso.com.',
    );
  }
  if (claimed) return host;
  say(`Nobody has claimed this Seatledger yet: it listens on this machine alone until then, not on ${host}.`);
  return '127.0.0.1';
}

/** Listens, and gives the address at which it does. @throws Refusal when that is taken or not of this machine. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const cause = code === 'EADDRINUSE' ? 'another program listens there' : `the system says ${code}`;
    throw new Refusal(
      'failed',
      `Cannot listen on ${host}, port ${port}: ${cause}. Choose another with --port.`,
    );
  }
  // A server that listens on a port has an address of this form.
  const { port: taken } = server.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}
