import type { Caller } from '../../domain/access.ts';
import type { TenantId } from '../../domain/records.ts';
import type { AccessStore } from '../../store/access/open.ts';
import type { PasswordCost } from './passwords.ts';

/** What the access works with. */
export type AccessContext = {
  readonly store: AccessStore;
  readonly now: () => Date;
  /** Bytes that nobody can foresee. */
  readonly random: (bytes: number) => Buffer;
  /** Where the marker lies that this Seatledger was claimed, so that a lost database is not claimed anew. */
  readonly dataDir: string;
  /**
   * The tenants that ids, domains and names mean.
   * @throws Refusal for what is not there, or not for this caller, who cannot tell which.
   */
  readonly resolveTenants: (names: readonly string[], caller: Caller) => Promise<readonly TenantId[]>;
  /** Told of each new code to claim with, and the file that it stands in. */
  readonly onCode?: (code: string, file: string) => void;
  /** Told when so many sign-ins failed that more are refused: for one account, from one address, or in all. */
  readonly onManyFailures?: (budget: 'account' | 'address' | 'all') => void;
  /** What a password costs to check; tests that are not about cost ask for less. */
  readonly passwordCost?: PasswordCost;
};

/** A caller, with the id of the token that it came with. */
export type Identity = Caller & { readonly tokenId?: string };
