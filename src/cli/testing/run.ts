import { Readable } from 'node:stream';
import type { Operations } from '../../api/contract/operations.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import { runCli } from '../command.ts';
import type { CliContext } from '../command.ts';
import { balanceLines, freshResources } from './balance-data.ts';
import { testNow } from './constants.ts';
import { capture } from './text.ts';

/** What a command line left behind. */
export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

type Setup = {
  readonly operations?: Partial<Operations>;
  /** Columns of a terminal on stdout; none means a pipe. */
  readonly columns?: number;
  /** Columns of a terminal on stderr; none means a pipe. */
  readonly talkColumns?: number;
  readonly stdin?: string;
  readonly context?: Partial<CliContext>;
};

/** Runs a command line over the given operations; those not given refuse. */
export async function run(line: string | readonly string[], setup: Setup = {}): Promise<Ran> {
  const stdout = terminal(setup.columns);
  const stderr = terminal(setup.talkColumns);
  const code = await runCli(typeof line === 'string' ? line.split(' ') : line, {
    version: '1.2.3',
    stdin: Readable.from(setup.stdin === undefined ? [] : [Buffer.from(setup.stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { NO_COLOR: '1' },
    now: () => testNow,
    open: async () => ({ operations: { ...refusing, ...setup.operations }, close: async () => undefined }),
    serve: async () => 0,
    demo: async () => 0,
    ...setup.context,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** The items one by one, as a store hands them out. */
export async function* streamed<Item>(items: Iterable<Item>): AsyncIterable<Item> {
  yield* items;
}

function terminal(columns: number | undefined): ReturnType<typeof capture> {
  const { stream, text } = capture();
  return { stream: Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns }), text };
}

const refuse = (): never => {
  throw new Refusal('failed', 'not part of this test');
};

const refusing: Operations = {
  connect: refuse,
  tenants: refuse,
  removeTenant: refuse,
  pauseTenant: refuse,
  resumeTenant: refuse,
  collect: refuse,
  balance: async () => balanceLines,
  explain: refuse,
  resources: async () => freshResources,
  users: refuse,
  user: refuse,
  entries: refuse,
  findings: refuse,
  runs: refuse,
  verify: refuse,
  doctor: refuse,
  accounts: refuse,
  addAccount: refuse,
  removeAccount: refuse,
  tokens: refuse,
  createToken: refuse,
  revokeToken: refuse,
};
