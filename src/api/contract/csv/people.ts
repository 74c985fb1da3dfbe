import type { Person, PersonSeat, SeatSource, WaitingSeat } from '../people.ts';
import type { CsvForm, CsvValue } from './form.ts';

const identity = [
  'tenantId',
  'id',
  'userPrincipalName',
  'displayName',
  'enabled',
  'type',
  'department',
  'country',
  'usageLocation',
] as const satisfies readonly (keyof Person)[];

/** One row per person; seats and waiting licenses by part number, joined by `; `. */
export const peopleCsv: CsvForm<Person> = {
  header: [...identity, 'seats', 'waiting'],
  cells: (person) => [
    ...identityCells(person),
    person.seats.map(seatCode).join('; '),
    person.waiting.map(seatCode).join('; '),
  ],
};

/** A seat with the person who holds it. */
export type HeldSeat = { readonly person: Person; readonly seat: PersonSeat };

/** One row per seat. */
export const seatsCsv: CsvForm<HeldSeat> = {
  header: [...identity, 'skuId', 'skuPartNumber', 'productName', 'sources', 'state', 'error', 'since'],
  cells: ({ person, seat }) => [
    ...identityCells(person),
    seat.skuId,
    seat.skuPartNumber,
    seat.productName,
    seat.sources.map(sourceWords).join('; '),
    seat.state,
    seat.error ?? null,
    seat.since,
  ],
};

/** Every seat of these people, in their order. */
export async function* heldSeats(people: AsyncIterable<Person>): AsyncIterable<HeldSeat> {
  for await (const person of people) {
    for (const seat of person.seats) yield { person, seat };
  }
}

function identityCells(person: Person): readonly CsvValue[] {
  return identity.map((field) => person[field]);
}

/** `direct`, or the group by name and, without one, by id. */
export function sourceWords({
  kind,
  groupId,
  groupName,
}: Pick<SeatSource, 'kind' | 'groupId' | 'groupName'>): string {
  return kind === 'direct' ? 'direct' : `group ${groupName ?? groupId ?? 'unknown'}`;
}

/** The short name of a license for a list: what `--sku` takes. */
function seatCode({ skuPartNumber, skuId }: PersonSeat | WaitingSeat): string {
  return skuPartNumber ?? skuId;
}
