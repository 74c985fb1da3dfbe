import type { ConnectAnswer, StepResult, Tenant } from '../../api/contract/tenants.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { printJson } from '../output/json.ts';
import type { Paint } from '../output/paint.ts';
import { resultMark } from '../output/result-mark.ts';
import { visible } from '../../api/contract/visible.ts';
import { count, quoted } from '../output/words.ts';
import type { Terminal } from '../terminal.ts';
import { connectRequest } from './request.ts';

/** Connects a tenant: says each step's result as it comes, at the end who was connected and what to type next. */
export async function runConnect(call: Call): Promise<number> {
  const { terminal } = call;
  const request = await connectRequest(call);
  const operations = await call.operations();
  const answer = await operations.connect(request, (step) => report(step, terminal));
  if (call.globals.output === 'json') await printJson(terminal.out, answer);
  else if (answer.tenant !== null && answer.connected) {
    await terminal.out.line(connectedWords(answer.tenant, answer.replaced));
    await terminal.out.flush();
    terminal.say(`Next: seatledger collect --tenant ${quoted(answer.tenant.domain ?? answer.tenant.id)}`);
  }
  if (!answer.connected) terminal.warn('Not connected; nothing was kept.');
  return exitCodeOfConnect(answer);
}

// One step as a line, with Microsoft's code and ours dim behind it.
function stepLine({ result, message, code, detail }: StepResult, paint: Paint): string {
  const support = [code, detail].filter((text) => text !== undefined).join(' · ');
  const behind = support === '' ? '' : ` ${paint('dim', `(${visible(support)})`)}`;
  return `${resultMark(result, paint)}  ${visible(message)}${behind}`;
}

function report(step: StepResult, { say, warn, paintTalk }: Terminal): void {
  const line = stepLine(step, paintTalk);
  if (step.result === 'failed' || step.result === 'warning') warn(line);
  else say(line);
}

function connectedWords({ name, domain, users }: Tenant, replaced: boolean): string {
  const known = [
    ...(domain === null ? [] : [domain]),
    ...(users === null ? [] : [count(users, 'person', 'people')]),
  ];
  const who = visible(known.length === 0 ? name : `${name} (${known.join(', ')})`);
  return replaced ? `${who} was connected already; its credential is replaced.` : `Connected ${who}.`;
}

function exitCodeOfConnect({ connected, fault }: ConnectAnswer): number {
  if (connected) return exitCodes.done;
  switch (fault) {
    case 'input':
      return exitCodes.wrongInput;
    case 'refused':
      return exitCodes.refused;
    case 'unreachable':
    case null:
      return exitCodes.failed;
  }
}
