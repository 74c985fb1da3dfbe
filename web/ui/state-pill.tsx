import { useWords } from '../words/words.tsx';
import { Pill, type Tone } from './pill.tsx';
import type { ProductState } from './product-state.ts';

const tones: Readonly<Record<ProductState, Tone>> = {
  over: 'bad',
  deadSeats: 'bad',
  inGrace: 'warning',
  suspended: 'warning',
  tight: 'warning',
  ok: 'good',
  spare: 'info',
  unused: 'quiet',
  free: 'quiet',
  capacity: 'quiet',
  noSubscription: 'warning',
  unknown: 'quiet',
};

/** The state of a product as a pill; what it means is its tooltip. */
export function StatePill({ state }: { readonly state: ProductState }) {
  const { t } = useWords();
  return (
    <Pill tone={tones[state]} title={t(`products.${state}Means`)}>
      {t(`products.${state}`)}
    </Pill>
  );
}
