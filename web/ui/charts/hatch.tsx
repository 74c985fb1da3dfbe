import { useId } from 'react';

/** A pattern of slanting lines, for seats that are there but of no use. */
export function useHatch(): { readonly id: string; readonly fill: string } {
  const id = useId();
  return { id, fill: `url(#${id})` };
}

/** The definition of the pattern; once in each svg that uses it. */
export function Hatch({ id, color }: { readonly id: string; readonly color: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={color} fillOpacity="0.15" />
        <rect width="2" height="6" fill={color} fillOpacity="0.8" />
      </pattern>
    </defs>
  );
}
