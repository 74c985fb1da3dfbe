import { useMay } from '../../../session.ts';
import { type Search, oneOf, useUrl } from '../../../url.ts';
import { SettingsFrame } from '../settings-frame.tsx';
import { AccessPanel } from './access-panel.tsx';
import { People } from './people.tsx';
import { Sessions } from './sessions.tsx';
import { Tokens } from './tokens.tsx';

/** What the address says of this page: whose panel is open, or what is being added. */
export type AccessView = {
  readonly person: string | undefined;
  readonly token: string | undefined;
  readonly add: 'person' | 'token' | undefined;
};

const readView = ({ person, token, add }: Search): AccessView => ({
  person,
  token,
  add: oneOf(add, ['person', 'token']),
});

/** Who may come in: people, programs, and the browsers that are signed in. */
export function Page() {
  const [view, change] = useUrl(readView);
  const mayPeople = useMay('manage-access');
  const mayTokens = useMay('manage-tokens');
  const open = (some: Partial<AccessView>) =>
    change({ person: undefined, token: undefined, add: undefined, ...some });
  return (
    <SettingsFrame place="access" panel={<AccessPanel view={view} onOpen={open} />}>
      {mayPeople && <People view={view} onOpen={open} />}
      {mayTokens && <Tokens view={view} onOpen={open} />}
      <Sessions />
    </SettingsFrame>
  );
}
