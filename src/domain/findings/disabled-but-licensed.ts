import { heldBy, type Rule } from './finding.ts';

/** A blocked account that holds seats. Free products are left out: resource accounts hold them blocked, by design. */
export const disabledButLicensed: Rule = {
  name: 'disabled-but-licensed',
  title: 'Disabled but licensed',
  explain:
    'Nobody can sign in with this account, and it still takes a license. Remove the license once its mailbox and files ' +
    'are no longer needed; a shared mailbox of up to 50 GB needs none.',
  find: (user, facts) =>
    user.enabled === false
      ? user.seats
          .filter((seat) => facts.classOf(seat.skuId) !== 'free')
          .map((seat) => ({
            skuId: seat.skuId,
            evidence: `Sign-in is blocked; the seat is held ${heldBy(seat)}.`,
          }))
      : [],
};
