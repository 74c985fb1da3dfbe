import type { BalanceLine } from '../../../src/api/contract/balance.ts';
import type { Sum } from '../../ui/sum-text.tsx';
import type { Words } from '../../words/words.tsx';

/** How the figures of a product come about, to be printed. */
export function sums(line: BalanceLine, t: Words['t']) {
  const { enabled, warning, consumed, counted, usable } = line;
  const available: Sum = {
    title: t('balance.available'),
    terms: [
      { sign: '', label: t('charts.enabled'), value: enabled },
      { sign: '+', label: t('charts.grace'), value: warning },
      { sign: '\u2212', label: t('charts.assigned'), value: consumed },
    ],
    result: line.available,
  };
  const firm: Sum = {
    title: t('balance.firm'),
    terms: [
      { sign: '', label: t('charts.enabled'), value: enabled },
      { sign: '\u2212', label: t('charts.assigned'), value: consumed },
    ],
    result: line.firm,
    note: t('balance.firmMeans'),
  };
  const gap: Sum = {
    title: t('sku.gap'),
    terms: [
      { sign: '', label: t('sku.assignedByMicrosoft'), value: consumed },
      { sign: '\u2212', label: t('balance.counted'), value: counted },
    ],
    result: line.gap,
    note: t('sku.gapMeans'),
  };
  const whole: Sum = {
    title: t('sku.usable'),
    terms: [
      { sign: '', label: t('charts.enabled'), value: enabled },
      { sign: '+', label: t('charts.grace'), value: warning },
    ],
    result: usable,
  };
  return { available, firm, gap, usable: whole };
}
