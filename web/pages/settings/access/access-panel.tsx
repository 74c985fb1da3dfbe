import type { Account, Token } from '../../../../src/api/contract/access.ts';
import type { Page as List } from '../../../../src/api/contract/list.ts';
import { useApi } from '../../../api.ts';
import { useMay } from '../../../session.ts';
import { AccountPanel } from './account-panel.tsx';
import { AddAccountPanel } from './add-account-panel.tsx';
import { CreateTokenPanel } from './create-token-panel.tsx';
import type { AccessView } from './index.tsx';
import { TokenPanel } from './token-panel.tsx';

export type SectionProps = {
  readonly view: AccessView;
  /** Opens one panel and closes any other; with nothing it closes all. */
  readonly onOpen: (some: Partial<AccessView>) => void;
};

/** The panel beside the lists: a person, a token, or the form for a new one. */
export function AccessPanel({ view, onOpen }: SectionProps) {
  const mayPeople = useMay('manage-access');
  const mayTokens = useMay('manage-tokens');
  const accounts = useApi<List<Account>>(mayPeople ? '/accounts' : null).data?.items;
  const tokens = useApi<List<Token>>(mayTokens ? '/tokens' : null).data?.items;
  const close = () => onOpen({});
  if (view.add === 'person' && mayPeople) return <AddAccountPanel onClose={close} />;
  if (view.add === 'token' && mayTokens) return <CreateTokenPanel onClose={close} />;
  const account = accounts?.find(({ name }) => name === view.person);
  if (account !== undefined) return <AccountPanel key={account.name} account={account} onClose={close} />;
  const token = tokens?.find(({ id }) => id === view.token);
  return token !== undefined && <TokenPanel key={token.id} token={token} onClose={close} />;
}
