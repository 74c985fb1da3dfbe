import type { CommandDefinition } from '../definition.ts';
import { accountAddCommand } from './account-add.ts';
import { accountListCommand } from './account-list.ts';
import { accountRemoveCommand } from './account-remove.ts';
import { accountCommand } from './account.ts';
import { balanceCommand } from './balance.ts';
import { collectCommand } from './collect.ts';
import { completionCommand } from './completion.ts';
import { connectCommand } from './connect.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { findingsCommand } from './findings.ts';
import { ledgerCommand } from './ledger.ts';
import { runsCommand } from './runs.ts';
import { serveCommand } from './serve.ts';
import { tenantsPauseCommand } from './tenants-pause.ts';
import { tenantsRemoveCommand } from './tenants-remove.ts';
import { tenantsResumeCommand } from './tenants-resume.ts';
import { tenantsCommand } from './tenants.ts';
import { tokenCreateCommand } from './token-create.ts';
import { tokenListCommand } from './token-list.ts';
import { tokenRevokeCommand } from './token-revoke.ts';
import { tokenCommand } from './token.ts';
import { userCommand } from './user.ts';
import { usersCommand } from './users.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the help; a command stands before those below it. */
export const commands: readonly CommandDefinition[] = [
  demoCommand,
  connectCommand,
  tenantsCommand,
  tenantsPauseCommand,
  tenantsResumeCommand,
  tenantsRemoveCommand,
  collectCommand,
  balanceCommand,
  usersCommand,
  userCommand,
  findingsCommand,
  ledgerCommand,
  runsCommand,
  serveCommand,
  accountCommand,
  accountAddCommand,
  accountListCommand,
  accountRemoveCommand,
  tokenCommand,
  tokenCreateCommand,
  tokenListCommand,
  tokenRevokeCommand,
  verifyCommand,
  doctorCommand,
  completionCommand,
];
