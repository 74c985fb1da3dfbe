import type { CommandDefinition } from '../definition.ts';
import { exitCodes } from '../failure.ts';

/** `seatledger completion`: a script with which a shell completes commands and options. */
export const completionCommand: CommandDefinition = {
  name: 'completion',
  summary: 'print a completion script for a shell',
  argument: { name: 'shell', description: 'the shell', choices: ['bash', 'zsh', 'fish'] },
  examples: [
    {
      line: 'source <(seatledger completion bash)',
      says: 'in this bash; put it into ~/.bashrc for every one',
    },
    { line: 'source <(seatledger completion zsh)', says: 'the same for zsh and ~/.zshrc' },
    {
      line: 'seatledger completion fish > ~/.config/fish/completions/seatledger.fish',
      says: 'for every fish',
    },
  ],
  outputs: ['table'],
  run: async (call) => {
    const [{ completionScript }, { commands }] = await Promise.all([
      import('../completion/script.ts'),
      import('./index.ts'),
    ]);
    await call.terminal.out.write(completionScript(call.argument, commands));
    return exitCodes.done;
  },
};
