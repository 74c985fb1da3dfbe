import type { CollectAnswer } from '../../api/contract/runs.ts';
import type { Paint, Tone } from '../output/paint.ts';
import { visible } from '../../api/contract/visible.ts';
import { count, quoted } from '../output/words.ts';
import { changesWords } from './changes.ts';

/** What a collection published, in one line; none when it published nothing. */
export function publishedLines(answer: CollectAnswer, products: number, paint: Paint): readonly string[] {
  if (answer.outcome !== 'published' && answer.outcome !== 'partial') return [];
  return [`${paint('bold', visible(answer.tenantName))}: ${visible(publishedWords(answer, products))}`];
}

/** Why a collection published nothing or not all, and the next command to type; none when all went well. */
export function troubleLines(answer: CollectAnswer, paint: Paint): readonly string[] {
  if (answer.outcome === 'published') return [];
  const { words, tone } = troubles[answer.outcome];
  return [
    `${paint('bold', visible(answer.tenantName))}: ${paint(tone, words)}${because(answer)}`,
    ...nextSteps(answer.outcome, answer).map((line) => `  ${line}`),
  ];
}

type Trouble = Exclude<CollectAnswer['outcome'], 'published'>;

const troubles: Readonly<Record<Trouble, { readonly words: string; readonly tone: Tone }>> = {
  partial: { words: 'not complete', tone: 'warning' },
  held: { words: 'held, nothing was published', tone: 'warning' },
  'put-off': { words: 'put off', tone: 'warning' },
  refused: { words: 'refused by Microsoft, nothing was published', tone: 'bad' },
  failed: { words: 'failed, nothing was published', tone: 'bad' },
};

function publishedWords(answer: CollectAnswer, products: number): string {
  if (!answer.opening) return changesWords(answer);
  const people = count(answer.users.total, 'person', 'people');
  return `Opened with ${people}, ${count(products, 'product')}, ${count(answer.seats, 'seat')}.`;
}

function because({ reason }: CollectAnswer): string {
  if (reason === null) return '.';
  return `: ${visible(reason)}${/[.!?]$/.test(reason) ? '' : '.'}`;
}

function nextSteps(trouble: Trouble, { tenantId, tenantName }: CollectAnswer): readonly string[] {
  // An id is sure, but a name that is typed as it stands is kinder.
  const tenant = quoted(tenantName) === tenantName ? tenantName : tenantId;
  const collect = `seatledger collect --tenant ${tenant}`;
  switch (trouble) {
    case 'held':
      return [
        'A second read that agrees, ten minutes from now or later, publishes it by itself.',
        `If the change is real: ${collect} --accept-held`,
      ];
    case 'partial':
    case 'refused':
      return [`When that is put right: ${collect}`];
    case 'put-off':
      return [`After that time: ${collect}`];
    case 'failed':
      return [`To try again: ${collect}`, 'What may be in the way: seatledger doctor'];
  }
}
