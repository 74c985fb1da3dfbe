import { heldBy, type Rule } from './finding.ts';

/** A guest of another organization that holds a seat which is paid for here. */
export const guestWithPaidSeat: Rule = {
  name: 'guest-with-paid-seat',
  title: 'Guest with a paid seat',
  explain:
    'Guests can work in your teams and sites without a license of yours, and often have one at home. Remove the license ' +
    'unless this guest works as one of your own people.',
  find: (user, facts) =>
    user.type === 'guest'
      ? user.seats
          .filter((seat) => facts.classOf(seat.skuId) === 'paid')
          .map((seat) => ({ skuId: seat.skuId, evidence: `A guest holds the seat ${heldBy(seat)}.` }))
      : [],
};
