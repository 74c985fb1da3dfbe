import type { Caller } from '../../domain/access.ts';
import type { Products } from '../../domain/products.ts';
import type { CollectOptions, CollectOutcome } from '../../collect/collect.ts';
import type { ConnectedTenant } from '../../store/connections.ts';
import type { ConnectContext } from '../../onboard/step.ts';
import type { Store } from '../../store/open.ts';
import type { Vault } from '../../vault/vault.ts';

/** What the operations work with; whatever is costly or may be refused is opened when first needed. */
export type OperationsContext = {
  readonly store: Store;
  /** Who asks: what this caller does not see does not exist. */
  readonly caller: Caller;
  readonly now: () => Date;
  readonly products: () => Promise<Products>;
  /** The vault, after its key was held against the one that sealed this data. */
  readonly vault: () => Promise<Vault>;
  /** Collects one tenant. */
  readonly collect: (tenant: ConnectedTenant, options: CollectOptions) => Promise<CollectOutcome>;
  /** What the checks of a connection need of the world outside. */
  readonly outside: () => Promise<Omit<ConnectContext, 'report' | 'known'>>;
  readonly setup: Setup;
};

/** Where this Seatledger keeps what, for `doctor`. */
export type Setup = {
  readonly version: string;
  readonly dataDir: string;
  /** In words, without a password. */
  readonly database: string;
  readonly keyFile: string;
};
