import type { CommandDefinition } from '../definition.ts';
import { fishScript } from './fish.ts';
import { contexts, valueOptions } from './vocabulary.ts';

/** The completion script of a shell: `bash`, `zsh` or `fish`. */
export function completionScript(shell: string, commands: readonly CommandDefinition[]): string {
  switch (shell) {
    case 'zsh':
      return zshScript(commands);
    case 'fish':
      return fishScript(commands);
    default:
      return bashScript(commands);
  }
}

// Where nothing is offered, `-o default` completes file names.
function bashScript(commands: readonly CommandDefinition[]): string {
  return `_seatledger() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local line="\${COMP_WORDS[*]:1:COMP_CWORD-1} " words=
${cases(commands, (words) => `words='${words}'`)}
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _seatledger seatledger
`;
}

function zshScript(commands: readonly CommandDefinition[]): string {
  return `#compdef seatledger
_seatledger() {
  local previous="\${words[CURRENT-1]}" line="\${(j: :)words[2,CURRENT-1]} "
  local -a found
${cases(commands, (words) => `found=(${words})`)}
  if (( \${#found} )); then compadd -- $found; else _files; fi
}
compdef _seatledger seatledger
`;
}

function cases(commands: readonly CommandDefinition[], set: (words: string) => string): string {
  const values = [...valueOptions(commands)].map(
    ([flag, choices]) => `    ${flag}) ${set(choices.join(' '))} ;;`,
  );
  const places = contexts(commands).map(({ command, words }) => {
    const pattern = command === '' ? '*' : `"${command} "*`;
    return `      ${pattern}) ${set(words.join(' '))} ;;`;
  });
  return [
    '  case "$previous" in',
    ...values,
    '    *) case "$line" in',
    ...places,
    '    esac ;;',
    '  esac',
  ].join('\n');
}
