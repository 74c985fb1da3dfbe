import type { Tenant } from '../../api/contract/tenants.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import type { CsvForm } from '../../api/contract/csv/form.ts';
import { printList } from '../output/list.ts';
import { ago, date, until } from '../output/moments.ts';
import type { Tone } from '../output/paint.ts';
import { tableLines } from '../output/table.ts';
import type { Column } from '../output/table.ts';
import { visible } from '../../api/contract/visible.ts';
import { figure } from '../output/words.ts';

/** Lists the connected tenants with their state, credential and age. */
export async function showTenants(call: Call): Promise<number> {
  const { out, paint, say, width } = call.terminal;
  const operations = await call.operations();
  const tenants = await operations.tenants();
  await printList(call, tenants, tenantsCsv, async () => {
    if (tenants.length === 0) return say('No tenant yet. First: seatledger connect');
    await out.lines(tableLines(columns(call.context.now()), tenants, width, paint));
    for (const { name, reason } of tenants) {
      if (reason !== undefined) await out.line(`${visible(name)}: ${visible(reason)}`);
    }
  });
  return exitCodes.done;
}

// The tenants as CSV; the credential as its kind and its end.
const tenantsCsv: CsvForm<Tenant> = {
  header: [
    'id',
    'name',
    'domain',
    'clientId',
    'cloud',
    'credentialKind',
    'credentialEndsAt',
    'state',
    'lastRun',
    'asOf',
    'users',
    'reason',
  ],
  cells: (tenant) => [
    tenant.id,
    tenant.name,
    tenant.domain,
    tenant.clientId,
    tenant.cloud,
    tenant.credential.kind,
    tenant.credential.endsAt,
    tenant.state,
    tenant.lastRun,
    tenant.asOf,
    tenant.users,
    tenant.reason ?? null,
  ],
};

function columns(now: Date): readonly Column<Tenant>[] {
  return [
    { title: 'Name', cell: ({ name }) => name, cutTo: 14 },
    { title: 'Domain', cell: ({ domain }) => domain ?? '', cutTo: 12, dropFirst: 1 },
    { title: 'State', cell: ({ state }) => state, tone: stateTone },
    { title: 'People', align: 'right', cell: ({ users }) => figure(users) },
    { title: 'As of', cell: ({ asOf }) => (asOf === null ? 'never' : ago(asOf, now)) },
    {
      title: 'Credential',
      cell: ({ credential }) => credentialWords(credential, now),
      tone: ({ credential }) => (endsSoon(credential, now) ? 'warning' : 'plain'),
    },
    { title: 'Cloud', cell: ({ cloud }) => cloud, dropFirst: 3, idle: ({ cloud }) => cloud === 'global' },
    { title: 'Id', cell: ({ id }) => id, dropFirst: 2 },
  ];
}

function stateTone({ state }: Tenant): Tone {
  return state === 'active' ? 'good' : state === 'refused' ? 'bad' : 'warning';
}

function credentialWords({ kind, endsAt }: Tenant['credential'], now: Date): string {
  if (endsAt === null) return kind;
  const ended = Date.parse(endsAt) <= now.getTime();
  if (ended) return `${kind}, ended ${date(endsAt)}`;
  return endsSoon({ kind, endsAt }, now)
    ? `${kind}, ends ${until(endsAt, now)}`
    : `${kind} to ${date(endsAt)}`;
}

const soon = 30 * 24 * 60 * 60 * 1000;

function endsSoon({ endsAt }: Tenant['credential'], now: Date): boolean {
  return endsAt !== null && Date.parse(endsAt) - now.getTime() < soon;
}
