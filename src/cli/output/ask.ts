import type { CommonOptions } from '@clack/prompts';
import type { CliContext } from '../command.ts';
import { Interrupted } from '../failure.ts';

type Prompts = typeof import('@clack/prompts');

/** Asks one question on the terminal, on stderr; throws `Interrupted` when it is left with Ctrl-C. */
export async function ask<Answer>(
  context: CliContext,
  question: (prompts: Prompts, streams: CommonOptions) => Promise<Answer | symbol>,
): Promise<Answer> {
  const prompts = await import('@clack/prompts');
  const answer = await question(prompts, streamsOf(context));
  if (typeof answer === 'symbol') throw new Interrupted();
  return answer;
}

// Without `output` the questions would be drawn on stdout, among the data.
function streamsOf({ stdin, stderr }: CliContext): CommonOptions {
  return { input: stdin, output: stderr };
}
