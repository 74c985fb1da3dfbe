import { makeStyles } from '@fluentui/react-components';
import type { Entry } from '../../../src/api/contract/ledger.ts';
import type { Page } from '../../../src/api/contract/list.ts';
import type { PersonDetail } from '../../../src/api/contract/people.ts';
import { useApi } from '../../api.ts';
import { TextLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Someone who leaves has an entry for each seat after the one that says so. */
const mostSeats = 50;

type Props = { readonly entry: Entry; readonly userId: string };

/** The name of the person an entry is about. Entries carry ids only, so the row in sight asks: first whether the person has left, then who it is. */
export function PersonName({ entry, userId }: Props) {
  const styles = useStyles();
  const path = `/tenants/${entry.tenantId}`;
  const inside = nameIn(entry);
  const newest = useApi<Page<Entry>>(inside === null ? `${path}/entries` : null, {
    user: userId,
    order: 'newest',
    limit: mostSeats,
  }).data?.items;
  // The last coming or going tells whether the person is still there.
  const last = newest?.find(({ kind }) => kind === 'user-added' || kind === 'user-removed');
  const gone = entry.kind === 'user-removed' || last?.kind === 'user-removed';
  const asks = inside === null && newest !== undefined && !gone;
  const person = useApi<PersonDetail>(asks ? `${path}/users/${userId}` : null).data?.person;
  const name =
    inside ??
    (last === undefined ? null : nameIn(last)) ??
    person?.displayName ??
    person?.userPrincipalName ??
    null;
  if (name === null && newest === undefined) return null;
  const said = name ?? userId.slice(0, 8);
  if (gone) return <span className={styles.cut}>{said}</span>;
  return (
    <TextLink
      className={styles.cut}
      tabIndex={-1}
      to="/t/$tenant/people"
      params={{ tenant: entry.tenantId }}
      search={{ person: userId }}
      title={person?.userPrincipalName ?? undefined}
    >
      {said}
    </TextLink>
  );
}

/** People who come or go are named by the entry itself. */
function nameIn({ kind, before, after }: Entry): string | null {
  if (kind !== 'user-added' && kind !== 'user-removed') return null;
  for (const side of [after, before]) {
    if (typeof side !== 'object' || side === null) continue;
    if ('displayName' in side && typeof side.displayName === 'string') return side.displayName;
    if ('userPrincipalName' in side && typeof side.userPrincipalName === 'string')
      return side.userPrincipalName;
  }
  return null;
}
