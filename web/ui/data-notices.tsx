import type { ResourceAge } from '../../src/api/contract/balance.ts';
import { useNow } from '../now.ts';
import { useWords } from '../words/words.tsx';
import { ageOf } from './age.ts';
import { Notice } from './notice.tsx';
import { resourceName } from './resource-name.ts';

type Props = { readonly resources: readonly ResourceAge[] | undefined; readonly asOf: string | null };

/** Above figures that are old or in part of an earlier run: they stay, dated, and this says why. */
export function DataNotices({ resources = [], asOf }: Props) {
  const { t, time, ago, list } = useWords();
  const now = useNow();
  const kept = resources.filter(({ state }) => state === 'kept');
  const never = resources.filter(({ state, reason }) => state === 'never' && reason !== null);
  const names = (some: readonly ResourceAge[]) => list(some.map(({ resource }) => resourceName(resource, t)));
  return (
    <>
      {asOf !== null && ageOf(asOf, now) === 'stale' && (
        <Notice tone="warning">{t('states.stale', { time: time(asOf), ago: ago(asOf, now) })}</Notice>
      )}
      {kept.length > 0 && (
        <Notice tone="warning">
          {t('states.partial', { resources: names(kept), count: kept.length })} {kept[0]?.reason}
        </Notice>
      )}
      {never.length > 0 && (
        <Notice tone="warning">
          {t('states.never', { resources: names(never), count: never.length })} {never[0]?.reason}
        </Notice>
      )}
    </>
  );
}
