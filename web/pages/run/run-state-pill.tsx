import { ArrowSync16Regular } from '@fluentui/react-icons';
import type { Run } from '../../../src/api/contract/runs.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { useWords } from '../../words/words.tsx';

const tones: Readonly<Record<RunState, Tone>> = {
  running: 'info',
  published: 'good',
  partial: 'warning',
  held: 'warning',
  failed: 'bad',
};

/** What became of a run; one of which a part was published is `partial`. */
export type RunState = Run['state'] | 'partial';

export function runState({ state, partial = false }: Run): RunState {
  return state === 'published' && partial ? 'partial' : state;
}

/** What became of a run, as a pill. */
export function RunStatePill({ run }: { readonly run: Run }) {
  const { t } = useWords();
  const state = runState(run);
  return (
    <Pill
      tone={tones[state]}
      title={t(`run.${state}Means`)}
      {...(state === 'running' ? { icon: <ArrowSync16Regular aria-hidden /> } : {})}
    >
      {t(`run.${state}`)}
    </Pill>
  );
}
