import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from './migration.ts';

/** Ids and names are compared byte by byte, so that both engines sort and page alike. */
const ids = (engine: string) => (engine === 'postgres' ? sql`text collate "C"` : sql`text`);

type Columns = Readonly<Record<string, 'id' | 'id?' | 'text' | 'number' | 'text?' | 'number?'>>;

const version: Columns = { tenant_id: 'id', id: 'id', opened_in: 'number', closed_in: 'number?' };

const user: Columns = {
  user_principal_name: 'text?',
  display_name: 'text?',
  mail: 'text?',
  enabled: 'number?',
  type: 'text?',
  created_at: 'text?',
  usage_location: 'text?',
  country: 'id?',
  department: 'id?',
  company_name: 'text?',
  job_title: 'text?',
  employee_id: 'text?',
  employee_type: 'text?',
  cost_center: 'text?',
  division: 'text?',
  hybrid: 'number?',
  waiting: 'text',
  search_text: 'id',
  ordinal: 'number',
  hash: 'text',
};

const seat: Columns = {
  user_id: 'id',
  sku_id: 'id',
  since_in: 'number',
  sources: 'text',
  state: 'text',
  error: 'text?',
  disabled_plans: 'text',
};

const units: Columns = {
  enabled: 'number?',
  warning: 'number?',
  suspended: 'number?',
  locked_out: 'number?',
  consumed: 'number?',
};

const entry: Columns = {
  kind: 'text',
  object: 'text',
  user_id: 'text?',
  sku_id: 'text?',
  before: 'text?',
  after: 'text?',
};

const finding: Columns = {
  user_id: 'id',
  rule: 'id',
  sku_id: 'id',
  since_in: 'number',
  evidence: 'text',
};

const staged: Columns = { tenant_id: 'id', position: 'number' };

type Table = { readonly key: readonly string[]; readonly columns: Columns };

const tables: Readonly<Record<string, Table>> = {
  meta: { key: ['name'], columns: { name: 'id', value: 'text' } },
  tenant: {
    key: ['tenant_id'],
    columns: {
      tenant_id: 'id',
      name: 'text?',
      display_name: 'text?',
      domain: 'text?',
      country_code: 'text?',
      tenant_type: 'text?',
      added_at: 'text',
      paused: 'number',
      refused_reason: 'text?',
      epoch: 'number',
      generation: 'number',
      next_ordinal: 'number',
      app_credentials: 'text?',
    },
  },
  connection: {
    key: ['tenant_id'],
    columns: {
      tenant_id: 'id',
      client_id: 'text',
      cloud: 'text',
      authority_host: 'text',
      graph_host: 'text',
      credential_kind: 'text',
      credential_ends_at: 'text?',
      data_key: 'text',
      sealed: 'text',
      changed_at: 'text',
    },
  },
  run: {
    key: ['tenant_id', 'run_id'],
    columns: {
      tenant_id: 'id',
      run_id: 'id',
      epoch: 'number',
      generation: 'number?',
      state: 'text',
      started_at: 'text',
      ended_at: 'text?',
      requests: 'number',
      throttled: 'number',
      partial: 'number',
      reason: 'text?',
      host: 'text',
      pid: 'number',
      resources: 'text',
      users_added: 'number',
      users_removed: 'number',
      ledger_head: 'text?',
      paid_seats: 'number?',
    },
  },
  hold: {
    key: ['tenant_id', 'subject'],
    columns: {
      tenant_id: 'id',
      subject: 'id',
      held_at: 'text',
      sight: 'text',
      before: 'number?',
      after: 'number?',
      reason: 'text?',
    },
  },
  sku: {
    key: ['tenant_id', 'id', 'opened_in'],
    columns: {
      ...version,
      part_number: 'text?',
      applies_to: 'text?',
      capability_status: 'text?',
      ...units,
      subscription_ids: 'text',
      service_plans: 'text',
    },
  },
  subscription: {
    key: ['tenant_id', 'id', 'opened_in'],
    columns: {
      ...version,
      commerce_id: 'text?',
      sku_id: 'text?',
      sku_part_number: 'text?',
      status: 'text?',
      total_licenses: 'number?',
      is_trial: 'number?',
      created_at: 'text?',
      next_lifecycle_at: 'text?',
      owner_tenant_id: 'text?',
    },
  },
  license_group: {
    key: ['tenant_id', 'id', 'opened_in'],
    columns: {
      ...version,
      display_name: 'text?',
      sku_ids: 'text',
      processing_state: 'text?',
      has_members_with_errors: 'number',
    },
  },
  deleted_user: {
    key: ['tenant_id', 'id', 'opened_in'],
    columns: {
      ...version,
      user_principal_name: 'text?',
      display_name: 'text?',
      deleted_at: 'text?',
      sku_ids: 'text',
    },
  },
  user: { key: ['tenant_id', 'id', 'opened_in'], columns: { ...version, ...user } },
  seat: {
    key: ['tenant_id', 'user_id', 'sku_id', 'opened_in'],
    columns: { tenant_id: 'id', opened_in: 'number', closed_in: 'number?', ...seat },
  },
  finding: {
    key: ['tenant_id', 'user_id', 'rule', 'sku_id', 'opened_in'],
    columns: { tenant_id: 'id', opened_in: 'number', closed_in: 'number?', ...finding },
  },
  balance: {
    key: ['tenant_id', 'sku_id', 'opened_in'],
    columns: {
      tenant_id: 'id',
      sku_id: 'id',
      opened_in: 'number',
      closed_in: 'number?',
      sku_part_number: 'text?',
      class: 'text',
      applies_to: 'text?',
      capability_status: 'text?',
      ...units,
      counted: 'number?',
      status: 'text',
      checks: 'text',
    },
  },
  entry: {
    key: ['tenant_id', 'sequence'],
    columns: {
      tenant_id: 'id',
      sequence: 'number',
      at: 'text',
      run_id: 'text',
      generation: 'number',
      ...entry,
      previous_hash: 'text',
      hash: 'text',
    },
  },
  stage_user: {
    key: ['tenant_id', 'position'],
    columns: { ...staged, id: 'id', ...user, loses_all: 'number' },
  },
  stage_seat: { key: ['tenant_id', 'position', 'sku_id'], columns: { ...staged, ...seat } },
  stage_entry: {
    key: ['tenant_id', 'position', 'object', 'kind'],
    columns: { ...staged, ...entry },
  },
};

/** The first schema: tenants and runs, what is staged, what is published in versions, and the ledger. */
export const firstTables: Migration = {
  name: '001-first-tables',
  async up(database, engine) {
    for (const [name, { key, columns }] of Object.entries(tables)) {
      let table = database.schema.createTable(name);
      for (const [column, kind] of Object.entries(columns)) table = withColumn(table, column, kind, engine);
      table = table.addPrimaryKeyConstraint(`${name}_key`, [...key] as never);
      // Rows lie in the order of their key, so that a page of people is read in one go.
      if (engine === 'sqlite') table = table.modifyEnd(sql`without rowid`);
      await table.execute();
    }
    for (const statement of indexes) await sql.raw(statement).execute(database);
    if (engine === 'sqlite') await tellSizes(database);
  },
};

function withColumn(
  table: CreateTableBuilder<string, never>,
  column: string,
  kind: Columns[string],
  engine: string,
): CreateTableBuilder<string, never> {
  const optional = kind.endsWith('?');
  const type = kind.startsWith('id') ? ids(engine) : kind.startsWith('text') ? sql`text` : sql`bigint`;
  return table.addColumn(column as never, type, (builder) => (optional ? builder : builder.notNull()));
}

/**
 * SQLite reads a partial index alone, without the table, only where the column of its condition stands in it too:
 * hence `closed_in` at the end of some.
 */
const indexes = [
  `create index user_by_name on "user" (tenant_id, search_text, id, department, country, enabled, closed_in)
    where closed_in is null`,
  `create index user_by_opening on "user" (tenant_id, opened_in, id, closed_in) where closed_in is null`,
  `create index user_waiting on "user" (tenant_id, id, waiting, closed_in)
    where closed_in is null and waiting <> '[]'`,
  `create index user_closed on "user" (tenant_id, closed_in) where closed_in is not null`,
  `create index seat_by_sku on seat (tenant_id, sku_id, user_id, sources, closed_in) where closed_in is null`,
  `create index seat_closed on seat (tenant_id, closed_in, sku_id) where closed_in is not null`,
  `create index seat_without_source on seat (tenant_id, sku_id, sources, closed_in)
    where closed_in is null and sources = '[]'`,
  `create index finding_by_rule on finding (tenant_id, rule, user_id, sku_id, closed_in) where closed_in is null`,
  `create index balance_by_closing on balance (tenant_id, closed_in)`,
  `create index balance_of_all on balance (class, tenant_id, closed_in) where closed_in is null`,
  `create index balance_by_name on balance (tenant_id, sku_id, sku_part_number)`,
  `create index sku_by_closing on sku (tenant_id, closed_in)`,
  `create index subscription_by_closing on subscription (tenant_id, closed_in)`,
  `create index license_group_by_closing on license_group (tenant_id, closed_in)`,
  `create unique index entry_once on entry (tenant_id, generation, object, kind)`,
  `create index entry_by_time on entry (tenant_id, at, sequence)`,
  `create index entry_by_user on entry (tenant_id, user_id, sequence) where user_id is not null`,
  `create index entry_by_sku on entry (tenant_id, sku_id, sequence) where sku_id is not null`,
  `create index run_by_generation on run (tenant_id, generation) where generation is not null`,
  `create index run_by_epoch on run (tenant_id, epoch)`,
  `create index run_by_start on run (tenant_id, started_at, epoch)`,
  `create index run_of_all_by_start on run (started_at, tenant_id, epoch)`,
  `create index run_by_end on run (tenant_id, ended_at, generation, paid_seats) where generation is not null`,
  `create index run_running on run (state) where state = 'running'`,
];

/** Rows in all, of a tenant, and of one thing of it (or those that hold): a busy tenant after a year. */
const sizes: readonly (readonly [table: string, index: string, rows: string])[] = [
  ['balance', 'balance', '400000 20000 400 1'],
  ['balance', 'balance_by_closing', '400000 20000 50'],
  ['balance', 'balance_by_name', '400000 20000 400 200'],
  ['balance', 'balance_of_all', '5000 2500 50 50'],
  ['sku', 'sku', '400000 20000 400 1'],
  ['sku', 'sku_by_closing', '400000 20000 50'],
  ['subscription', 'subscription', '40000 2000 4 1'],
  ['subscription', 'subscription_by_closing', '40000 2000 50'],
  ['license_group', 'license_group', '40000 2000 4 1'],
  ['license_group', 'license_group_by_closing', '40000 2000 50'],
];

/**
 * Without being told, SQLite takes a tenant for ten rows and reads its whole history for the few that hold. Told so, it
 * takes the index: https://sqlite.org/lang_analyze.html, https://sqlite.org/fileformat2.html#stat1tab.
 */
async function tellSizes(database: Kysely<Record<string, never>>): Promise<void> {
  // Of an empty table there is nothing to tell, but the table of sizes is made.
  await sql`analyze meta`.execute(database);
  for (const [table, index, rows] of sizes) {
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${rows})`.execute(
      database,
    );
  }
  await sql`analyze sqlite_schema`.execute(database);
}
