import { balance } from './balance.ts';
import type { OperationsContext } from './context.ts';
import { tenants } from './tenants.ts';

/** A figure for a monitor: its name, what it says, and its value for each set of labels. */
type Metric = {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
};

/**
 * The balances and ages in the text form of OpenMetrics 1.0 (https://prometheus.io/docs/specs/om/open_metrics_spec);
 * a figure that is not known has no sample.
 */
export async function metricsText(context: OperationsContext): Promise<string> {
  const lines = await balance(context, {});
  const known = await tenants(context);
  const now = context.now().getTime();
  const seats = (
    name: string,
    help: string,
    figure: (line: (typeof lines)[number]) => number | null,
  ): Metric => ({
    name,
    help,
    samples: lines.flatMap((line) => {
      const value = figure(line);
      const { tenantId, tenantName, skuId, skuPartNumber } = line;
      const labels = {
        tenant: tenantId,
        tenant_name: tenantName,
        sku: skuId,
        part_number: skuPartNumber ?? '',
      };
      return value === null ? [] : [{ labels: { ...labels, class: line.class }, value }];
    }),
  });
  return textOf([
    seats('seatledger_seats_enabled', 'Purchased units.', (line) => line.enabled),
    seats(
      'seatledger_seats_usable',
      'Units that can be assigned: purchased and in grace.',
      (line) => line.usable,
    ),
    seats('seatledger_seats_consumed', 'Units that Microsoft says are assigned.', (line) => line.consumed),
    seats(
      'seatledger_seats_available',
      'Usable less assigned; negative where over-assigned.',
      (line) => line.available,
    ),
    seats('seatledger_seats_gap', 'Assigned as Microsoft says less holders counted.', (line) => line.gap),
    {
      name: 'seatledger_figures_age_seconds',
      help: 'Seconds since the older read of products and people.',
      samples: known.flatMap(({ id, name, asOf }) =>
        asOf === null
          ? []
          : [{ labels: { tenant: id, tenant_name: name }, value: (now - Date.parse(asOf)) / 1000 }],
      ),
    },
    {
      name: 'seatledger_tenant_refused',
      help: 'One where Microsoft refuses the tenant since its last run.',
      samples: known.map(({ id, name, state }) => ({
        labels: { tenant: id, tenant_name: name },
        value: state === 'refused' ? 1 : 0,
      })),
    },
  ]);
}

function textOf(metrics: readonly Metric[]): string {
  const blocks = metrics.map(({ name, help, samples }) =>
    [
      `# TYPE ${name} gauge`,
      `# HELP ${name} ${help}`,
      ...samples.map(({ labels, value }) => `${name}{${labelText(labels)}} ${value}`),
    ].join('\n'),
  );
  return `${blocks.join('\n')}\n# EOF\n`;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(
      ([name, value]) =>
        `${name}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`,
    )
    .join(',');
}
