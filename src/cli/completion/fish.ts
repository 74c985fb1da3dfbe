import { globalOptions } from '../definition.ts';
import type { CommandDefinition, OptionDefinition } from '../definition.ts';
import { longFlag, takesValue } from './vocabulary.ts';

/** The completion script of fish: one line for each command and option, with its description. */
export function fishScript(commands: readonly CommandDefinition[]): string {
  const lines = [
    'complete -c seatledger -f',
    ...globalOptions.map((option) => optionLine('', option)),
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines({ name, summary, argument, options = [] }: CommandDefinition): readonly string[] {
  const [first = name, second] = name.split(' ');
  const place = second === undefined ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${first}`;
  const inside = `-n '__fish_seen_subcommand_from ${second ?? first}' `;
  return [
    `complete -c seatledger -n '${place}' -a ${second ?? first} -d ${fishQuoted(summary)}`,
    ...(argument?.choices === undefined
      ? []
      : [`complete -c seatledger ${inside}-a ${fishQuoted(argument.choices.join(' '))}`]),
    ...options.map((option) => optionLine(inside, option)),
  ];
}

function optionLine(place: string, option: OptionDefinition): string {
  const { choices, description } = option;
  const value =
    choices !== undefined ? ` -x -a ${fishQuoted(choices.join(' '))}` : takesValue(option) ? ' -r -F' : '';
  return `complete -c seatledger ${place}-l ${longFlag(option).slice(2)}${value} -d ${fishQuoted(description)}`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
