import type { BalanceLine, Check, Explanation, SubscriptionLine } from '../../api/contract/balance.ts';
import { ago, date, moment } from '../output/moments.ts';
import type { Paint, Tone } from '../output/paint.ts';
import { resourceWords } from '../output/resources.ts';
import { tableLines } from '../output/table.ts';
import { visible } from '../../api/contract/visible.ts';
import { wrapped } from '../output/wrap.ts';
import { figure, sentence } from '../output/words.ts';
import { stateWords } from './state.ts';
import { sumLines } from './sum.ts';

/** How the figures of one SKU come about, as an accountant would write it down. */
export function explanationLines(
  explanation: Explanation,
  now: Date,
  width: number,
  paint: Paint,
): readonly string[] {
  const { line, subscriptions, checks } = explanation;
  const heading = (text: string): readonly string[] => ['', paint('bold', text)];
  const sheet = [
    ...titleLines(line, paint),
    ...heading('The sum'),
    ...sumLines(line, paint),
    ...heading('Subscriptions'),
    ...subscriptionLines(subscriptions, width, paint),
    ...heading('Seats by source'),
    ...sourceLines(explanation),
    ...heading('Proofs'),
    ...checks.flatMap((check) => checkLines(check, paint)),
    ...heading('Read from Microsoft'),
    ...resourceLines(explanation, now),
  ];
  return sheet.flatMap((text) => wrapped(text, width, '      '));
}

function titleLines(line: BalanceLine, paint: Paint): readonly string[] {
  const ids = [...(line.skuPartNumber === null ? [] : [line.skuPartNumber]), line.skuId, line.class];
  return [
    `${paint('bold', visible(line.productName))} in ${visible(line.tenantName)}: ${stateWords(line)}`,
    paint('dim', visible(ids.join(' · '))),
  ];
}

function subscriptionLines(
  subscriptions: readonly SubscriptionLine[],
  width: number,
  paint: Paint,
): readonly string[] {
  if (subscriptions.length === 0) return ['  none known'];
  const lines = tableLines<SubscriptionLine>(
    [
      { title: 'Status', cell: ({ status }) => status ?? 'unknown' },
      { title: 'Units', align: 'right', cell: ({ totalLicenses }) => figure(totalLicenses) },
      { title: 'Since', cell: ({ createdAt }) => date(createdAt) },
      { title: 'Next date', cell: nextDate },
      { title: 'Trial', cell: () => 'trial', idle: ({ isTrial }) => isTrial !== true, dropFirst: 1 },
      { title: 'Id', cell: ({ id }) => id, dropFirst: 2 },
    ],
    subscriptions,
    width - 2,
    paint,
  );
  return lines.map((text) => `  ${text}`);
}

function nextDate({ nextLifecycleAt, lifecycle }: SubscriptionLine): string {
  return lifecycle === null ? date(nextLifecycleAt) : `${date(nextLifecycleAt)} (${lifecycle})`;
}

function sourceLines({ sources, waiting, line }: Explanation): readonly string[] {
  const parts: readonly (readonly [words: string, seats: number])[] = [
    ['assigned directly', sources.direct],
    ['by groups', sources.group],
    ['both ways, counted once', sources.both],
    ['Microsoft names no source', sources.unknown],
  ];
  const shown = parts.filter(([, seats]) => seats > 0);
  return [
    ...shown.map(([words, seats]) => `  ${figure(seats).padStart(9)}  ${words}`),
    `  ${figure(line.counted).padStart(9)}  counted, one for each person`,
    ...(waiting > 0
      ? [`  ${figure(waiting).padStart(9)}  ${waiting === 1 ? 'waits' : 'wait'} for a seat, not counted`]
      : []),
  ];
}

const results: Readonly<Record<Check['result'], { readonly mark: string; readonly tone: Tone }>> = {
  equal: { mark: '✓ equal', tone: 'good' },
  explained: { mark: '✓ explained', tone: 'good' },
  open: { mark: '✗ open', tone: 'bad' },
  unknown: { mark: '? unknown', tone: 'warning' },
};

function checkLines({ id, title, expected, found, result, cause }: Check, paint: Paint): readonly string[] {
  const { mark, tone } = results[result];
  return [
    `  ${id}  ${paint(tone, mark.padEnd(11))}  expected ${figure(expected)}, found ${figure(found)}`,
    `      ${visible(title)}`,
    ...(cause === null ? [] : [`      ${sentence(visible(cause))}`]),
  ];
}

function resourceLines({ resources }: Explanation, now: Date): readonly string[] {
  if (resources.length === 0) return ['  nothing yet'];
  return resources.map(({ resource, readAt, state, reason }) => {
    const when = readAt === null ? 'never' : `${moment(readAt)}, ${ago(readAt, now)}`;
    const kept = state === 'kept' ? ', kept' : '';
    return `  ${resourceWords(resource)}: ${when}${kept}${reason === null ? '' : ` (${visible(reason)})`}`;
  });
}
