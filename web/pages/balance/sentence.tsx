import { Fragment } from 'react';
import { useWords } from '../../words/words.tsx';
import type { Headline } from './figures.ts';

/** What the balance says, in one sentence. */
export function Sentence({ headline: { short, free, renewing, ending } }: { readonly headline: Headline }) {
  const { rich } = useWords();
  const [worst] = short;
  const clauses = [
    worst === undefined
      ? rich('balance.noneShort')
      : rich('balance.short', { product: worst.name, by: worst.by, others: short.length - 1 }),
    rich('balance.free', { count: free }),
    ...(renewing + ending > 0
      ? [rich('balance.dates', { renewing, ending, both: renewing > 0 && ending > 0 })]
      : []),
  ];
  return (
    <>
      {clauses.map((clause, index) => (
        <Fragment key={index}>
          {index > 0 && '; '}
          {clause}
        </Fragment>
      ))}
      .
    </>
  );
}
