import { users } from '../../src/collect/resources/users.ts';

/** The question about users that Seatledger asks, so that both download the same pages. */
export const usersQuery: string = Object.entries(users.query.query ?? {})
  .map(([name, value]) => `${name}=${value}`)
  .join('&');
