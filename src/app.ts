import type { Operations } from './api/contract/operations.ts';
import { createClient } from './cli/client/client.ts';
import type { Send } from './cli/client/send.ts';
import { openCore, type Core, type CoreOptions } from './core.ts';
import { localCaller } from './domain/access.ts';

/** The operations over this machine's data, until they are closed. */
export type App = {
  readonly operations: Operations;
  /** What whoever started it should know, though it stops nothing. */
  readonly notes: readonly string[];
  close(): Promise<void>;
};

/**
 * Opens the data, and calls the routes of the API in this process: there is one way to everything.
 * @throws Refusal for wrong settings and for data that cannot be opened.
 */
export async function openApp(options: CoreOptions): Promise<App> {
  const core = await openCore(options);
  return {
    operations: createClient(sendWithin(core)),
    notes: core.notes,
    close: core.close,
  };
}

/** Requests to a server in this process, on no port, by whoever sits at this machine. */
function sendWithin(core: Core): Send {
  const opening = openServer(core);
  // Heard where it is awaited; until then it must not count as unheard.
  opening.catch(() => undefined);
  return async ({ method, path, accept, body }) => {
    const server = await opening;
    const response = await server.inject({
      method,
      url: path,
      payloadAsStream: true,
      headers: {
        ...(accept === undefined ? {} : { accept }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: response.stream() };
  };
}

async function openServer(core: Core) {
  const { createServer } = await import('./api/server.ts');
  const { createWriter } = await import('./api/writer.ts');
  const { createServices } = await import('./api/services.ts');
  const writer = createWriter({ ...core.context, caller: localCaller });
  return createServer({
    context: core.context,
    services: createServices({
      writer,
      access: core.access,
      now: core.context.now,
      // Good for this process, which is all that it serves.
      cursorKey: crypto.getRandomValues(new Uint8Array(32)),
      customClouds: true,
    }),
    authenticate: () => Promise.resolve(localCaller),
    door: null,
    onFailure: ({ error }) => {
      throw error;
    },
  });
}
