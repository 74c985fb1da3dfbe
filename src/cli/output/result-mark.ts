import type { StepResult } from '../../api/contract/tenants.ts';
import type { Paint, Tone } from './paint.ts';

/** A mark with its word, all of one width: `✓ ok`, `· note`, `! warning`, `✗ failed`. */
export function resultMark(result: StepResult['result'], paint: Paint): string {
  const { mark, tone } = marks[result];
  return paint(tone, `${mark} ${result}`.padEnd(9));
}

const marks: Readonly<Record<StepResult['result'], { readonly mark: string; readonly tone: Tone }>> = {
  ok: { mark: '✓', tone: 'good' },
  note: { mark: '·', tone: 'dim' },
  warning: { mark: '!', tone: 'warning' },
  failed: { mark: '✗', tone: 'bad' },
};
