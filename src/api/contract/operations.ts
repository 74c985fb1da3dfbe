import type { Account, AddAccountRequest, CreatedToken, CreateTokenRequest, Token } from './access.ts';
import type { BalanceLine, BalanceRequest, ExplainRequest, Explanation, ResourceAge } from './balance.ts';
import type { Finding, FindingsRequest } from './findings.ts';
import type { EntriesRequest, Entry, Verification } from './ledger.ts';
import type { Person, PersonDetail, UserRequest, UsersRequest } from './people.ts';
import type { CollectAnswer, CollectRequest, Progress, Run } from './runs.ts';
import type { ConnectAnswer, ConnectRequest, HealthCheck, StepResult, Tenant } from './tenants.ts';

/** Everything a caller can ask of Seatledger; each throws a `Refusal` when it says no. */
export type Operations = {
  connect(request: ConnectRequest, report: (step: StepResult) => void): Promise<ConnectAnswer>;
  tenants(): Promise<readonly Tenant[]>;
  removeTenant(tenant: string): Promise<Tenant>;
  pauseTenant(tenant: string): Promise<Tenant>;
  resumeTenant(tenant: string): Promise<Tenant>;
  collect(request: CollectRequest, report: (progress: Progress) => void): Promise<readonly CollectAnswer[]>;
  balance(request: BalanceRequest): Promise<readonly BalanceLine[]>;
  explain(request: ExplainRequest): Promise<readonly Explanation[]>;
  resources(tenant: string): Promise<readonly ResourceAge[]>;
  users(request: UsersRequest): AsyncIterable<Person>;
  user(request: UserRequest): Promise<PersonDetail>;
  entries(request: EntriesRequest): AsyncIterable<Entry>;
  findings(request: FindingsRequest): AsyncIterable<Finding>;
  runs(request: { readonly tenant?: string }): Promise<readonly Run[]>;
  verify(request: { readonly tenant?: string }): Promise<readonly Verification[]>;
  doctor(): Promise<readonly HealthCheck[]>;
  accounts(): Promise<readonly Account[]>;
  addAccount(request: AddAccountRequest): Promise<Account>;
  removeAccount(name: string): Promise<Account>;
  tokens(): Promise<readonly Token[]>;
  createToken(request: CreateTokenRequest): Promise<CreatedToken>;
  revokeToken(idOrName: string): Promise<Token>;
};
