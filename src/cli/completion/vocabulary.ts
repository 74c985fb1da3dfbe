import { globalOptions } from '../definition.ts';
import type { CommandDefinition, OptionDefinition } from '../definition.ts';

/** What can be typed after the words of a command: commands below it, options, values of its argument. */
export type Context = {
  /** The command so far, `''` at the start. */
  readonly command: string;
  readonly words: readonly string[];
};

/** Every place to complete at, the longest command first. */
export function contexts(commands: readonly CommandDefinition[]): readonly Context[] {
  const globals = globalOptions.map(longFlag);
  const below = commands.map(({ name, options = [], argument }) => ({
    command: name,
    words: [
      ...wordsBelow(commands, name),
      ...(argument?.choices ?? []),
      ...options.map(longFlag),
      ...globals,
    ],
  }));
  const longestFirst = below.toSorted((a, b) => b.command.length - a.command.length);
  return [
    ...longestFirst,
    { command: '', words: [...wordsBelow(commands, ''), 'help', '--version', ...globals] },
  ];
}

/** Every option that takes a value, with the values where these are known. */
export function valueOptions(commands: readonly CommandDefinition[]): ReadonlyMap<string, readonly string[]> {
  const all = [...globalOptions, ...commands.flatMap(({ options = [] }) => options)];
  return new Map(all.filter(takesValue).map((option) => [longFlag(option), option.choices ?? []]));
}

/** `--tenant` of `--tenant <tenant>`. */
export function longFlag({ flags }: OptionDefinition): string {
  return flags.split(' ')[0] ?? flags;
}

/** Whether a value follows the option. */
export function takesValue({ flags }: OptionDefinition): boolean {
  return flags.includes('<');
}

function wordsBelow(commands: readonly CommandDefinition[], name: string): readonly string[] {
  const start = name === '' ? '' : `${name} `;
  return commands
    .filter((one) => one.name.startsWith(start))
    .map((one) => one.name.slice(start.length))
    .filter((rest) => rest !== '' && !rest.includes(' '));
}
