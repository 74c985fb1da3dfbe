import type { CollectAnswer } from '../../api/contract/runs.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { given, texts } from '../options.ts';
import { printJsonList } from '../output/json.ts';
import { publishedLines, troubleLines } from './outcome.ts';
import { createProgress } from './progress.ts';

/** Collects, shows how far it is, and says what changed or why nothing was published. */
export async function runCollection(call: Call): Promise<number> {
  const { terminal, context, globals } = call;
  const operations = await call.operations();
  const request = {
    ...texts(call, 'tenant'),
    full: given(call, 'full'),
    acceptHeld: given(call, 'acceptHeld'),
  };
  const progress = createProgress(terminal, context.now);
  let answers: readonly CollectAnswer[];
  try {
    answers = await operations.collect(request, progress.show);
  } finally {
    progress.end();
  }
  if (globals.output === 'json') await printJsonList(terminal.out, answers);
  else if (!globals.quiet) await terminal.out.lines(await publishedWords(call, answers));
  await terminal.out.flush();
  for (const line of answers.flatMap((answer) => troubleLines(answer, terminal.paintTalk)))
    terminal.warn(line);
  return collectionExitCode(answers);
}

async function publishedWords(call: Call, answers: readonly CollectAnswer[]): Promise<readonly string[]> {
  const operations = await call.operations();
  const lines: string[] = [];
  for (const answer of answers) {
    const products = answer.opening ? (await operations.balance({ tenant: answer.tenantId })).length : 0;
    lines.push(...publishedLines(answer, products, call.terminal.paint));
  }
  return lines;
}

// One refused tenant weighs more than one that was not published whole, and that more than one that failed.
function collectionExitCode(answers: readonly CollectAnswer[]): number {
  const outcomes = new Set(answers.map(({ outcome }) => outcome));
  if (outcomes.has('refused')) return exitCodes.refused;
  if (outcomes.has('held') || outcomes.has('partial') || outcomes.has('put-off'))
    return exitCodes.notPublished;
  return outcomes.has('failed') ? exitCodes.failed : exitCodes.done;
}
