import { ArrowSync16Regular, Pause16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { useWords } from '../../words/words.tsx';
import type { CollectionState } from './collecting.ts';

const looks: Readonly<Record<CollectionState, { readonly tone: Tone; readonly icon?: ReactNode }>> = {
  collecting: { tone: 'info', icon: <ArrowSync16Regular aria-hidden /> },
  refused: { tone: 'bad' },
  failed: { tone: 'bad' },
  held: { tone: 'warning' },
  partial: { tone: 'warning' },
  stale: { tone: 'warning' },
  paused: { tone: 'quiet', icon: <Pause16Regular aria-hidden /> },
  waiting: { tone: 'waiting' },
  complete: { tone: 'good' },
};

/** The state of a tenant's collection as a pill; what it means is its tooltip. */
export function CollectionStatePill({ state }: { readonly state: CollectionState }) {
  const { t } = useWords();
  return (
    <Pill {...looks[state]} title={t(`collection.${state}Means`)}>
      {t(`collection.${state}`)}
    </Pill>
  );
}
