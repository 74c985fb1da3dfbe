import { sql } from 'kysely';
import type { AccessMigration } from './migration.ts';

/** Accounts, their sessions, tokens, settings, and the one claim. */
export const firstTables: AccessMigration = {
  name: '001-first-tables',
  async up(database) {
    const { schema } = database;
    await schema
      .createTable('access_account')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('tenants', 'text', (column) => column.notNull())
      .addColumn('password_hash', 'text', (column) => column.notNull())
      .addColumn('known_addresses', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_sign_in_at', 'text')
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('access_session')
      .addColumn('id_hash', 'text', (column) => column.primaryKey())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('account_key', 'text', (column) =>
        column.notNull().references('access_account.key').onDelete('cascade'),
      )
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_used_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull())
      .addColumn('client', 'text')
      .execute();
    await schema
      .createTable('access_token')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_key', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('tenants', 'text', (column) => column.notNull())
      .addColumn('account_key', 'text', (column) =>
        column.references('access_account.key').onDelete('cascade'),
      )
      .addColumn('parent_id', 'text', (column) => column.references('access_token.id').onDelete('cascade'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('last_used_at', 'text')
      .execute();
    // Names are apart from account to account: nobody learns from a conflict what others have.
    await sql`create unique index access_token_by_name
      on access_token (coalesce(account_key, ''), name_key)`.execute(database);
    await schema
      .createTable('access_setting')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('access_claim')
      .addColumn('one', 'integer', (column) => column.primaryKey().check(sql`one = 1`))
      .addColumn('claimed_at', 'text', (column) => column.notNull())
      .execute();
  },
};
