import { Command, CommanderError, Option } from 'commander';
import type { CliContext, GlobalOptions } from './command.ts';
import { commands } from './commands/index.ts';
import { globalOptions } from './definition.ts';
import type { Call, CommandDefinition, OptionDefinition } from './definition.ts';
import { exitCodes } from './failure.ts';

/** A command with what it was given, or the exit code when help was shown or the usage was wrong. */
export type Parsed =
  | (Pick<Call, 'argument' | 'values' | 'globals'> & { readonly definition: CommandDefinition })
  | { readonly exitCode: number };

/** Reads a command line; help goes to stdout, what is wrong with it to stderr. */
export async function parseProgram(argv: readonly string[], context: CliContext): Promise<Parsed> {
  let parsed: Parsed = { exitCode: exitCodes.wrongInput };
  const program = createProgram(context, (found) => {
    parsed = found;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return parsed;
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : exitCodes.wrongInput };
    throw error;
  }
}

const defaults: GlobalOptions = { output: 'table', input: true, color: true, quiet: false, verbose: false };

function createProgram(context: CliContext, found: (parsed: Parsed) => void): Command {
  const program = prepare(new Command('seatledger'), context)
    .description(
      'The license balance of Microsoft 365, proved: bought, assigned, left, who holds it and why.',
    )
    .version(context.version, '-V, --version', 'print the version')
    .usage('<command> [options]')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', `\n${firstSteps}`);
  for (const definition of globalOptions) program.addOption(optionOf(definition));
  for (const definition of commands) addCommand(program, definition, context, found);
  return program;
}

const firstSteps = `First steps:
  seatledger demo                                   look around with a simulated tenant
  seatledger connect --tenant contoso.com           connect a tenant, step by step
  seatledger collect && seatledger balance          read it and show the balance

seatledger <command> --help shows the options and examples of a command.`;

function addCommand(
  program: Command,
  definition: CommandDefinition,
  context: CliContext,
  found: (parsed: Parsed) => void,
): void {
  const words = definition.name.split(' ');
  const own = words.pop() ?? definition.name;
  const parent = words.reduce(
    (above, word) => above.commands.find((one) => one.name() === word) ?? above,
    program,
  );
  const command = prepare(parent.command(own), context)
    .summary(definition.summary)
    .description(`${definition.summary.slice(0, 1).toUpperCase()}${definition.summary.slice(1)}.`)
    .helpCommand(false)
    .showHelpAfterError(`seatledger ${definition.name} --help shows what it takes.`)
    .addHelpText('after', examplesText(definition));
  if (definition.argument !== undefined) {
    const argument = command.createArgument(`<${definition.argument.name}>`, definition.argument.description);
    command.addArgument(
      definition.argument.choices === undefined ? argument : argument.choices(definition.argument.choices),
    );
  }
  for (const option of definition.options ?? []) command.addOption(optionOf(option));
  command.action(() => {
    const globals: GlobalOptions = { ...defaults, ...program.opts<Partial<GlobalOptions>>() };
    found({ definition, globals, values: command.opts(), argument: command.args[0] ?? '' });
  });
}

function optionOf({ flags, description, choices }: OptionDefinition): Option {
  const option = new Option(flags, description);
  return choices === undefined ? option : option.choices(choices);
}

function prepare(command: Command, context: CliContext): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('seatledger --help shows the commands.')
    .configureHelp({ showGlobalOptions: true, subcommandTerm: wordsOf })
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
      outputError: (text, write) => write(`seatledger: ${oneLine(text)}\n`),
      getOutHelpWidth: () => context.stdout.columns ?? 100,
      getErrHelpWidth: () => context.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

function wordsOf(command: Command): string {
  return [command.name(), ...command.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' ');
}

// Commander says `error: unknown command 'balanc'` and, on a second line, `(Did you mean balance?)`.
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
}

function examplesText({ examples }: CommandDefinition): string {
  const lines = examples.map(({ line, says }) => `  ${line}\n      ${says}`);
  return `\nExamples:\n${lines.join('\n')}`;
}
