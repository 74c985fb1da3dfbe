import { Refusal, type RefusalCode } from './contract/refusal.ts';
import type { Writer } from './writer.ts';

/** A call of the writer, as it crosses to its thread. */
type Asked = { readonly id: number; readonly name: keyof Writer; readonly request: readonly unknown[] };

/** What comes back: reports while it works, and at last its answer or why there is none. */
type Told =
  | { readonly id: number; readonly report: unknown }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly no: { readonly code: RefusalCode | null; readonly message: string } };

/** One end of a channel between two threads. */
export type Port = {
  send(message: unknown): void;
  receive(listener: (message: unknown) => void): void;
  /** Settles with the reason when nobody is at the other end any more. */
  readonly ended?: Promise<string>;
};

/** The writer that works at the other end of a channel. */
export function remoteWriter(port: Port): Writer {
  type Waiting = {
    readonly report: (value: never) => void;
    readonly settled: PromiseWithResolvers<unknown>;
  };
  const waiting = new Map<number, Waiting>();
  let next = 1;
  port.receive((message) => {
    const told = message as Told;
    const asked = waiting.get(told.id);
    if (!asked) return;
    if ('report' in told) return asked.report(told.report as never);
    waiting.delete(told.id);
    if ('answer' in told) asked.settled.resolve(told.answer);
    else asked.settled.reject(errorOf(told.no));
  });
  void port.ended?.then((reason) => {
    const broken = new Refusal('failed', `The thread that writes has ended (${reason}).`);
    for (const { settled } of waiting.values()) settled.reject(broken);
    waiting.clear();
  });
  const ask = <Answer>(
    name: keyof Writer,
    request: readonly unknown[],
    report: (value: never) => void = () => undefined,
  ): Promise<Answer> => {
    const id = next++;
    const settled = Promise.withResolvers<unknown>();
    waiting.set(id, { report, settled });
    port.send({ id, name, request } satisfies Asked);
    // The other end runs the method of that name, which answers so.
    return settled.promise as Promise<Answer>;
  };
  return {
    connect: (request, report) => ask('connect', [request], report),
    changeTenant: (tenant, change) => ask('changeTenant', [tenant, change]),
    removeTenant: (tenant) => ask('removeTenant', [tenant]),
    collect: (request, report) => ask('collect', [request], report),
    dropHeld: (tenant) => ask('dropHeld', [tenant]),
  };
}

/** Does at this end of a channel what the other end asks of the writer. */
export function answerForWriter(port: Port, writer: Writer): void {
  port.receive((message) => {
    const { id, name, request } = message as Asked;
    const tell = (told: Told) => port.send(told);
    const method = writer[name] as (...given: readonly unknown[]) => Promise<unknown>;
    method(...request, (report: unknown) => tell({ id, report })).then(
      (answer) => tell({ id, answer }),
      (error: unknown) => tell({ id, no: noOf(error) }),
    );
  });
}

function noOf(error: unknown): { readonly code: RefusalCode | null; readonly message: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  // The stack goes to the log of whoever asked, and to nobody else.
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: null, message: text };
}

function errorOf({ code, message }: ReturnType<typeof noOf>): Error {
  return code === null ? new Error(message) : new Refusal(code, message);
}
