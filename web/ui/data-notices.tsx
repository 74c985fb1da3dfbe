import type { ResourceAge } from '../../src/api/contract/balance.ts';
import type { Tenant } from '../../src/api/contract/tenants.ts';
import { useNow } from '../now.ts';
import { useWords } from '../words/words.tsx';
import { ageOf } from './age.ts';
import { consentLink } from './clouds.ts';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';
import { type MissingPermission, isRefused, missingPermissions } from './permissions.ts';
import { resourceName } from './resource-name.ts';

type Props = {
  readonly tenant: Tenant;
  readonly resources: readonly ResourceAge[] | undefined;
  readonly asOf: string | null;
};

/** Above figures that are old, in part of an earlier run, or not allowed to be read: they stay, dated, and this says why. */
export function DataNotices({ tenant, resources = [], asOf }: Props) {
  const { t, time, ago, list } = useWords();
  const now = useNow();
  const failed = resources.filter((age) => !isRefused(age));
  const kept = failed.filter(({ state }) => state === 'kept');
  const never = failed.filter(({ state, reason }) => state === 'never' && reason !== null);
  const names = (some: readonly ResourceAge[]) => list(some.map(({ resource }) => resourceName(resource, t)));
  return (
    <>
      {asOf !== null && ageOf(asOf, now) === 'stale' && (
        <Notice tone="warning">{t('states.stale', { time: time(asOf), ago: ago(asOf, now) })}</Notice>
      )}
      {missingPermissions(resources).map((missing) => (
        <PermissionNotice
          key={`${missing.permission} ${missing.state}`}
          tenant={tenant}
          missing={missing}
          names={names(missing.resources)}
        />
      ))}
      {kept.length > 0 && (
        <Notice tone="warning">
          {t('states.partial', { resources: names(kept), count: kept.length })} {kept[0]?.reason}
        </Notice>
      )}
      {never.length > 0 && (
        <Notice tone="warning">
          {t('states.never', { resources: names(never), count: never.length })} {never[0]?.reason}
        </Notice>
      )}
    </>
  );
}

type PermissionProps = {
  readonly tenant: Tenant;
  readonly missing: MissingPermission;
  /** What is not read, in words. */
  readonly names: string;
};

function PermissionNotice({ tenant, missing: { permission, state, resources }, names }: PermissionProps) {
  const { t, rich, time } = useWords();
  const readAt = resources.map((age) => age.readAt ?? '').toSorted()[0] ?? '';
  return (
    <Notice
      tone="warning"
      actions={<CopyButton text={consentLink(tenant)} withText says={t('states.consentLink')} />}
    >
      {rich(state === 'kept' ? 'states.refusedKept' : 'states.refusedNever', {
        resources: names,
        permission,
        time: readAt === '' ? '' : time(readAt),
      })}
    </Notice>
  );
}
