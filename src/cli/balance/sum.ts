import type { BalanceLine } from '../../api/contract/balance.ts';
import type { Paint } from '../output/paint.ts';
import { figure } from '../output/words.ts';
import { positive } from './state.ts';

/** The figures of a line written down as sums, one term below the other, results marked with `=`. */
export function sumLines(line: BalanceLine, paint: Paint): readonly string[] {
  const known = sums(line).filter((terms) => terms.some(({ value }) => value !== null));
  return known.flatMap((terms, index) => [
    ...(index === 0 ? [] : ['']),
    ...terms.map((term) => termLine(term, paint)),
  ]);
}

type Term = {
  readonly sign: ' ' | '+' | '-' | '=';
  readonly label: string;
  readonly value: number | null;
  readonly note?: string;
};

function sums(line: BalanceLine): readonly (readonly Term[])[] {
  const assigned: Term = { sign: '-', label: 'assigned', value: line.consumed, note: 'consumedUnits' };
  return [
    [
      { sign: ' ', label: 'enabled', value: line.enabled, note: 'prepaidUnits.enabled' },
      { sign: '+', label: 'in grace', value: line.warning, note: 'prepaidUnits.warning' },
      { sign: '=', label: 'usable', value: line.usable },
      assigned,
      { sign: '=', label: 'available', value: line.available },
    ],
    ...(positive(line.warning) ? [graceSum(line, assigned)] : []),
    ...(positive(line.over) ? [overSum(line)] : []),
    [
      { sign: ' ', label: 'assigned', value: line.consumed, note: 'as Microsoft counts' },
      { sign: '-', label: 'counted', value: line.counted, note: 'people who hold it, counted by Seatledger' },
      { sign: '=', label: 'gap', value: line.gap },
    ],
  ];
}

function graceSum(line: BalanceLine, assigned: Term): readonly Term[] {
  return [
    { sign: ' ', label: 'enabled', value: line.enabled },
    assigned,
    { sign: '=', label: 'firm', value: line.firm, note: 'left if every unit in grace lapses' },
    { sign: ' ', label: 'grace held', value: line.graceHeld, note: 'seats that live only on units in grace' },
  ];
}

function overSum(line: BalanceLine): readonly Term[] {
  return [
    { sign: ' ', label: 'over', value: line.over, note: 'assigned beyond usable' },
    { sign: '-', label: 'ghost', value: line.ghost, note: ghostNote(line) },
    { sign: '=', label: 'short', value: line.trueOver, note: 'more assigned than was ever bought' },
  ];
}

function ghostNote({ suspended, lockedOut }: BalanceLine): string {
  return `assigned but of no use: ${figure(suspended)} units are suspended, ${figure(lockedOut)} locked out`;
}

function termLine({ sign, label, value, note }: Term, paint: Paint): string {
  const amount = figure(value).padStart(11);
  const shown =
    value !== null && value < 0 ? paint('bad', amount) : sign === '=' ? paint('bold', amount) : amount;
  return `  ${sign} ${label.padEnd(10)}${shown}${note === undefined ? '' : `   ${paint('dim', note)}`}`;
}
