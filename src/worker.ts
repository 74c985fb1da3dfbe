import { parentPort, workerData } from 'node:worker_threads';
import { answerForWriter } from './api/writer-port.ts';
import { createWriter } from './api/writer.ts';
import { openCore, type CoreOptions } from './core.ts';
import { localCaller } from './domain/access.ts';
import { lockForWriting } from './store/open.ts';

// The thread that writes the ledger: it owns the one writing connection, and works while others answer.
// Whoever started it has checked what it is asked to do, and asks as this machine.

/** What the thread says before it takes calls: that it is ready, or why it cannot be. */
export type WorkerGreeting = { readonly ready: true } | { readonly refused: string };

const port = parentPort;
if (!port) throw new Error('This file is a thread of `serve` and no program of its own.');

try {
  const core = await openCore(workerData as CoreOptions);
  lockForWriting(core.store);
  const channel = {
    send: (message: unknown) => port.postMessage(message),
    receive: (listener: (message: unknown) => void) => void port.on('message', listener),
  };
  answerForWriter(channel, createWriter({ ...core.context, caller: localCaller }));
  port.once('close', () => void core.close());
  port.postMessage({ ready: true } satisfies WorkerGreeting);
} catch (error) {
  port.postMessage({
    refused: error instanceof Error ? error.message : String(error),
  } satisfies WorkerGreeting);
}
