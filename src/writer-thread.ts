import { Worker } from 'node:worker_threads';
import { Refusal } from './api/contract/refusal.ts';
import { remoteWriter } from './api/writer-port.ts';
import type { Writer } from './api/writer.ts';
import type { CoreOptions } from './core.ts';
import type { WorkerGreeting } from './worker.ts';

/** The thread that writes the ledger, while it lives. */
export type WriterThread = {
  readonly writer: Writer;
  /** Settles with the reason when the thread ends without having been stopped. */
  readonly broken: Promise<string>;
  stop(): Promise<void>;
};

/** Starts the thread that writes, once it holds the data. @throws Refusal in its words when it cannot. */
export async function startWriterThread({ env, dataDir, verbose }: CoreOptions): Promise<WriterThread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    // What can be cloned: the settings, and no functions.
    workerData: { env: { ...env }, verbose, ...(dataDir === undefined ? {} : { dataDir }) },
  });
  const greeting = await new Promise<WorkerGreeting>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if ('refused' in greeting) {
    await worker.terminate();
    throw new Refusal('store', greeting.refused);
  }
  let stopped = false;
  const broken = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<string>();
  worker.on('error', (error) => ended.resolve(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => ended.resolve('it ended'));
  void ended.promise.then((reason) => {
    if (!stopped) broken.resolve(reason);
  });
  return {
    writer: remoteWriter({
      send: (message) => worker.postMessage(message),
      receive: (listener) => void worker.on('message', listener),
      ended: ended.promise,
    }),
    broken: broken.promise,
    async stop() {
      stopped = true;
      await worker.terminate();
    },
  };
}
