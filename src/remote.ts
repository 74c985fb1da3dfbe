import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Refusal } from './api/contract/refusal.ts';
import { createClient } from './cli/client/client.ts';
import type { Send } from './cli/client/send.ts';
import type { Session } from './cli/command.ts';

/** The operations of a Seatledger that runs elsewhere, with a token from a file. @throws Refusal for a wrong address or an unreadable token. */
export async function openRemote(server: string, tokenFile: string | undefined): Promise<Session> {
  const { Agent, EnvHttpProxyAgent, request: send } = await import('undici');
  const origin = originOf(server);
  const token = tokenOf(tokenFile);
  // A run may say nothing for as long as Microsoft lets it wait.
  const limits = { headersTimeout: 300_000, bodyTimeout: 0 };
  const dispatcher = isLoopback(origin) ? new Agent(limits) : new EnvHttpProxyAgent(limits);
  const overHttp: Send = async ({ method, path, accept, body }) => {
    try {
      const answer = await send(new URL(path, origin), {
        method,
        dispatcher,
        headers: {
          authorization: `Bearer ${token}`,
          accept: accept ?? 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      return { status: answer.statusCode, body: Readable.from(answer.body) };
    } catch (error) {
      const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new Refusal(
        'failed',
        `${origin.origin} does not answer (${cause}). Check --server, and that it runs.`,
      );
    }
  };
  return { operations: createClient(overHttp), close: () => dispatcher.close() };
}

function originOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new Refusal('wrong-input', `--server is "${text}"; write it as https://seats.contoso.com.`);
  }
  if (url.protocol === 'http:' && !isLoopback(url)) {
    throw new Refusal(
      'wrong-input',
      `--server is "${text}": the token would go over the network in the open. Use https://.`,
    );
  }
  return url;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function tokenOf(file: string | undefined): string {
  if (file === undefined) {
    throw new Refusal(
      'wrong-input',
      '--server needs --token-file: a file with a token from `seatledger token create`.',
    );
  }
  try {
    const token = readFileSync(file, 'utf8').trim();
    if (/^[\w-]{20,200}$/.test(token)) return token;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new Refusal('wrong-input', `The token file ${file} cannot be read (${code}).`);
  }
  throw new Refusal(
    'wrong-input',
    `The token file ${file} holds no token. \`seatledger token create NAME > ${file}\` makes one.`,
  );
}
