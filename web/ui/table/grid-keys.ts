import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A cell by its line (-1 is the header) and its column. */
export type CellPlace = { readonly line: number; readonly column: number };

type Grid = {
  readonly root: RefObject<HTMLElement | null>;
  readonly lines: number;
  readonly columns: number;
  /** How many lines a page has. */
  readonly page: number;
  readonly show: (line: number) => void;
};

/** One cell at a time can be reached by Tab; arrows, j, k, Home, End, Page move it. */
export function useGridKeys({ root, lines, columns, page, show }: Grid) {
  const [place, setPlace] = useState<CellPlace>({ line: 0, column: 0 });
  const moving = useRef(false);
  const active = { line: clamp(place.line, -1, lines - 1), column: clamp(place.column, 0, columns - 1) };

  useEffect(() => {
    if (!moving.current) return;
    const cell = root.current?.querySelector<HTMLElement>(cellSelector(active));
    if (cell === null || cell === undefined) return;
    moving.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = (next: CellPlace) => {
    moving.current = true;
    if (next.line >= 0) show(next.line);
    setPlace(next);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const found = placeOf(event.target);
    if (found !== null && (found.line !== active.line || found.column !== active.column)) setPlace(found);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const move = moveOf(event, active, { lines, columns, page });
    if (move === null) return;
    event.preventDefault();
    go({ line: clamp(move.line, -1, lines - 1), column: clamp(move.column, 0, columns - 1) });
  };
  return { active, onFocus, onKeyDown };
}

/** The attributes that make an element a cell of the grid. */
export function cellAttributes(place: CellPlace, active: CellPlace) {
  return {
    'data-line': place.line,
    'data-column': place.column,
    tabIndex: place.line === active.line && place.column === active.column ? 0 : -1,
  };
}

function moveOf(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { line, column }: CellPlace,
  { lines, columns, page }: { readonly lines: number; readonly columns: number; readonly page: number },
): CellPlace | null {
  const jump = ctrlKey || metaKey;
  if (altKey || (jump && key !== 'Home' && key !== 'End')) return null;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return { line: line + 1, column };
    case 'ArrowUp':
    case 'k':
      return { line: line - 1, column };
    case 'ArrowRight':
      return { line, column: column + 1 };
    case 'ArrowLeft':
      return { line, column: column - 1 };
    case 'PageDown':
      return { line: line + page, column };
    case 'PageUp':
      return { line: Math.max(line - page, 0), column };
    case 'Home':
      return jump ? { line: 0, column: 0 } : { line, column: 0 };
    case 'End':
      return jump ? { line: lines - 1, column } : { line, column: columns - 1 };
    default:
      return null;
  }
}

function placeOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  if (cell === null) return null;
  return { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) };
}

function cellSelector({ line, column }: CellPlace): string {
  // The heading of a group spans all columns and is its own only cell.
  return `[data-line="${line}"][data-column="${column}"], [data-line="${line}"][data-group]`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
