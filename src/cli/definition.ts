import type { Operations } from '../api/contract/operations.ts';
import type { CliContext, GlobalOptions } from './command.ts';
import type { Terminal } from './terminal.ts';

/** One command of the command line: everything that its help, its completion and its run need. */
export type CommandDefinition = {
  /** As it is typed after `seatledger`; a second word makes it a command below the first (`tenants remove`). */
  readonly name: string;
  readonly summary: string;
  readonly argument?: Argument;
  readonly options?: readonly OptionDefinition[];
  /** At least two, for the help text. */
  readonly examples: readonly Example[];
  /** The forms that `--output` may take here, `table` first. */
  readonly outputs: readonly OutputForm[];
  /** True for a command that answers an interrupt itself, because it has things to put away. */
  readonly stopsItself?: boolean;
  /** Does the work and gives the exit code. */
  run(call: Call): Promise<number>;
};

/** What `--output` may say. */
export type OutputForm = 'table' | 'json' | 'csv';

type Argument = {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
};

/** One option of a command. */
export type OptionDefinition = {
  /** `--tenant <tenant>`; without `<…>` it is a switch. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
};

type Example = {
  readonly line: string;
  readonly says: string;
};

/** A command as it was called. */
export type Call = {
  readonly argument: string;
  /** The options of the command by their long name in camel case. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly globals: GlobalOptions;
  readonly terminal: Terminal;
  readonly context: CliContext;
  /** Opens the local data on the first call; nothing is opened by a command that never asks. */
  operations(): Promise<Operations>;
};

/** The `--tenant` option, the same in every command that takes it. */
export const tenantOption: OptionDefinition = {
  flags: '--tenant <tenant>',
  description: 'only this tenant: its id, a domain or its name',
};

/** The tenant that a command is about, where there must be one. */
export const tenantArgument: Argument = {
  name: 'tenant',
  description: 'the tenant: its id, a domain or its name',
};

/** The options that every command takes. */
export const globalOptions: readonly OptionDefinition[] = [
  { flags: '--output <form>', description: 'form of the data on stdout', choices: ['table', 'json', 'csv'] },
  { flags: '--data-dir <folder>', description: 'where the data is kept' },
  { flags: '--server <url>', description: 'talk to a running Seatledger instead of the local data' },
  { flags: '--token-file <file>', description: 'the token for --server' },
  { flags: '--no-input', description: 'never ask; end with 2 where something is missing' },
  { flags: '--no-color', description: 'no colors' },
  { flags: '--quiet', description: 'no progress and hints' },
  { flags: '--verbose', description: 'more on what happens, and where it fails' },
];
