import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Subject } from '../domain/findings/finding.ts';
import type { SkuId, Source, TenantId, User, UserId } from '../domain/records.ts';
import type { Store } from './open.ts';
import type { Bit } from './tables.ts';

/** A user as the rules see it, and a text that is the same for two users who look the same to them. */
export type SubjectOfUser = {
  readonly userId: UserId;
  readonly looks: string;
  readonly subject: () => Subject;
};

/**
 * What the rules look at of some present users, given by id and in order; `all` when there is no other user between
 * them. Every user of an opening takes this way: read along the keys, and one short row for each, in which its seats are
 * one text, since many rows and many columns are what takes the time.
 */
export async function subjectsOf(
  tenantId: TenantId,
  { db }: Store,
  ids: readonly UserId[],
  all: boolean,
): Promise<readonly SubjectOfUser[]> {
  const within = (id: RawBuilder<unknown>): RawBuilder<SqlBool> =>
    all ? sql`${id} between ${ids[0] ?? ''} and ${ids.at(-1) ?? ''}` : sql`${id} in (${sql.join(ids)})`;
  const plain = db.withoutPlugins();
  const users = await sql<UserPart>`select id, enabled, type, waiting from "user"
    where tenant_id = ${tenantId} and closed_in is null and ${within(sql`id`)}`.execute(plain);
  const seats = await sql<SeatPart>`select user_id as id, string_agg(sku_id || ${field} || sources || ${field}
      || replace(coalesce(error, ''), ${row}, ''), ${row}) as seats from seat
    where tenant_id = ${tenantId} and closed_in is null and ${within(sql`user_id`)} group by user_id`.execute(
    plain,
  );
  const seatsOf = new Map(seats.rows.map(({ id, seats: text }) => [id, text]));
  return users.rows.map((user) => {
    const text = seatsOf.get(user.id) ?? '';
    return {
      userId: user.id,
      looks: `${user.enabled} ${user.type} ${user.waiting} ${text}`,
      subject: () => subjectOf(user, text),
    };
  });
}

/** Control characters that stand in no id and, escaped, in no JSON. */
const [field, row] = ['\x1f', '\x1e'];

type UserPart = Pick<User, 'id' | 'type'> & { readonly enabled: Bit | null; readonly waiting: string };
type SeatPart = { readonly id: UserId; readonly seats: string };

function subjectOf({ enabled, type, waiting }: UserPart, seats: string): Subject {
  return {
    enabled: enabled === null ? null : enabled === 1,
    type,
    waiting: JSON.parse(waiting) as User['waiting'],
    seats: seats === '' ? [] : seats.split(row).map(seatOf),
  };
}

function seatOf(text: string): Subject['seats'][number] {
  const [skuId = '', sources = '[]', ...error] = text.split(field);
  return {
    skuId: skuId as SkuId,
    sources: JSON.parse(sources) as readonly Source[],
    error: error.join(field) || null,
  };
}
