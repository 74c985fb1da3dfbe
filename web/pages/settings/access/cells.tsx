import { makeStyles, tokens } from '@fluentui/react-components';
import type { TenantScope } from '../../../../src/api/contract/access.ts';
import { useTenants } from '../../../session.ts';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  note: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A name, which may be long, and a word on it. */
export function NameText({ name, note }: { readonly name: string; readonly note: string | null }) {
  const styles = useStyles();
  return (
    <span className={styles.name} title={name}>
      {name}
      {note !== null && <span className={styles.note}>{` · ${note}`}</span>}
    </span>
  );
}

/** Which tenants someone sees, by their names. */
export function ScopeText({ tenants }: { readonly tenants: TenantScope }) {
  const { t, list } = useWords();
  const known = useTenants();
  if (tenants === 'all') return t('shell.allTenants');
  // One that was removed is still named in the scope.
  const names = tenants.map((id) => known?.find((tenant) => tenant.id === id)?.name ?? id);
  const text = names.length === 0 ? t('settings.noTenant') : list(names);
  return <ShortText text={text} />;
}

/** A text in one line, whole on hover. */
export function ShortText({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.text} title={text}>
      {text}
    </span>
  );
}

type MomentProps = { readonly at: string | null; readonly text: (at: string) => string };

/** How long ago something was, the moment itself on hover; a word where it never was. */
export function MomentText({ at, text }: MomentProps) {
  const styles = useStyles();
  const { t, fullTime } = useWords();
  if (at === null) return <span className={styles.quiet}>{t('shell.never')}</span>;
  return <span title={fullTime(at)}>{text(at)}</span>;
}
