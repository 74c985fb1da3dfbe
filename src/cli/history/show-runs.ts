import { runsCsv } from '../../api/contract/csv/runs.ts';
import type { Run } from '../../api/contract/runs.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { printList } from '../output/list.ts';
import { duration, moment } from '../output/moments.ts';
import type { Tone } from '../output/paint.ts';
import { layout, rowLine, titleLine } from '../output/table.ts';
import type { Column } from '../output/table.ts';
import { visible } from '../../api/contract/visible.ts';
import { figure } from '../output/words.ts';
import { wrapped } from '../output/wrap.ts';

/** Lists the collections with what became of them. */
export async function showRuns(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const operations = await call.operations();
  const runs = await operations.runs(texts(call, 'tenant'));
  await printList(call, runs, runsCsv, async () => {
    if (runs.length === 0) return say('No collection yet. First: seatledger collect');
    const tenants = await operations.tenants();
    const names = new Map(tenants.map(({ id, name }) => [id, name]));
    const plan = layout(columns(names), runs, width);
    await out.line(titleLine(plan, paint));
    for (const run of runs) await out.lines([rowLine(plan, run, paint), ...reasonLines(run, width)]);
  });
  return exitCodes.done;
}

function columns(names: ReadonlyMap<string, string>): readonly Column<Run>[] {
  return [
    {
      title: 'Tenant',
      cell: ({ tenantId }) => names.get(tenantId) ?? tenantId,
      cutTo: 12,
      idle: () => names.size < 2,
    },
    { title: 'Started', cell: ({ startedAt }) => moment(startedAt) },
    { title: 'State', cell: stateWords, tone: stateTone },
    { title: 'Took', align: 'right', cell: took },
    { title: 'Requests', align: 'right', cell: ({ requests }) => figure(requests), dropFirst: 1 },
    { title: 'Throttled', align: 'right', cell: ({ throttled }) => figure(throttled), dropFirst: 2 },
  ];
}

function reasonLines({ reason }: Run, width: number): readonly string[] {
  return reason === undefined ? [] : wrapped(`  ${visible(reason)}`, width, '  ');
}

function took({ startedAt, endedAt }: Run): string {
  return endedAt === null ? '' : duration(startedAt, endedAt);
}

function stateWords({ state, partial }: Run): string {
  return partial === true ? `${state}, partial` : state;
}

function stateTone({ state, partial }: Run): Tone {
  if (state === 'failed') return 'bad';
  return state === 'held' || partial === true ? 'warning' : 'plain';
}
