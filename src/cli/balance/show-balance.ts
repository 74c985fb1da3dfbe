import { balanceCsv } from '../../api/contract/csv/balance.ts';
import type { BalanceLine } from '../../api/contract/balance.ts';
import { Refusal } from '../../api/contract/refusal.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { printJsonList } from '../output/json.ts';
import { printList } from '../output/list.ts';
import { visible } from '../../api/contract/visible.ts';
import { wrapped } from '../output/wrap.ts';
import { explanationLines } from './explanation.ts';
import { footerLines } from './footer.ts';
import { headline } from './headline.ts';
import { balanceTable } from './table.ts';

/** Shows the balance, or with `--explain` how the figures of one SKU come about. */
export async function showBalance(call: Call): Promise<number> {
  const { explain } = texts(call, 'explain');
  if (explain !== undefined) return showExplanation(call, explain);
  const operations = await call.operations();
  const lines = await operations.balance(texts(call, 'tenant', 'at'));
  await printList(call, lines, balanceCsv, () => printBalances(call, lines));
  return exitCodes.done;
}

async function showExplanation(call: Call, sku: string): Promise<number> {
  const { out, width, paint } = call.terminal;
  const { output } = call.globals;
  if (output === 'csv') {
    throw new Refusal('wrong-input', 'balance --explain has no csv form; --output takes table or json here.');
  }
  const operations = await call.operations();
  const explanations = await operations.explain({ ...texts(call, 'tenant', 'at'), sku });
  if (output === 'json') await printJsonList(out, explanations);
  else {
    const now = call.context.now();
    const sheets = explanations.map((one) => explanationLines(one, now, width, paint).join('\n'));
    await out.line(sheets.join('\n\n'));
  }
  return exitCodes.done;
}

/** Each tenant: its name, one sentence, the table, its age and whether it reconciles. */
async function printBalances(call: Call, lines: readonly BalanceLine[]): Promise<void> {
  const { out, say, width, paint } = call.terminal;
  if (lines.length === 0) say('Nothing to show yet. First: seatledger connect, then seatledger collect');
  const operations = await call.operations();
  // How old each resource is now says nothing about a past day.
  const past = texts(call, 'at').at !== undefined;
  let before: readonly string[] = [];
  const tenants = Map.groupBy(lines, (line) => line.tenantId);
  for (const [tenantId, ofTenant] of tenants) {
    const resources = past ? null : await operations.resources(tenantId);
    await out.lines([
      ...before,
      paint('bold', visible(ofTenant[0]?.tenantName ?? tenantId)),
      ...wrapped(visible(headline(ofTenant)), width),
      '',
      ...balanceTable(ofTenant, width, paint),
      '',
      ...footerLines(ofTenant, resources, tenants.size === 1, call.context.now(), width, paint),
    ]);
    before = [''];
  }
}
