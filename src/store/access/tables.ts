/**
 * Who may call, as both engines hold it: text and integers only, columns in snake_case on disk.
 * `key` and `…Key` are names as they are compared; instants are texts in UTC.
 */
export type AccessTables = {
  accessAccount: AccountRow;
  accessSession: SessionRow;
  accessToken: TokenRow;
  accessSetting: { name: string; value: string };
  /** Holds one row at most, written together with the first owner. */
  accessClaim: { one: 1; claimedAt: string };
};

export type AccountRow = {
  key: string;
  name: string;
  role: string;
  /** `all`, or tenant ids as JSON. */
  tenants: string;
  /** In PHC form. */
  passwordHash: string;
  /** From where it signed in lately, as JSON, the newest first. */
  knownAddresses: string;
  createdAt: string;
  lastSignInAt: string | null;
  changedAt: string;
};

export type SessionRow = {
  /** SHA-256 of what the browser holds, which itself is not kept. */
  idHash: string;
  /** What people call the session by; it opens nothing. */
  id: string;
  accountKey: string;
  createdAt: string;
  lastUsedAt: string;
  /** When it ends however much it is used. */
  endsAt: string;
  client: string | null;
};

export type TokenRow = {
  id: string;
  /** SHA-256 of the token, which itself is not kept. */
  hash: string;
  name: string;
  nameKey: string;
  role: string;
  tenants: string;
  /** Whose token it is; null for one made at this machine. */
  accountKey: string | null;
  /** The token that made it, which takes it along when it is revoked. */
  parentId: string | null;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
};
