import type { Entrance } from '../../../src/api/contract/access.ts';
import { useApi } from '../../api.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { EntranceFrame } from '../sign-in/entrance-frame.tsx';
import { useCodeOfAddress, useEnter } from '../sign-in/enter.ts';
import { ClaimForm } from './claim-form.tsx';

/** The first run: whoever holds the code from the terminal becomes the owner. */
export function Page() {
  const { t } = useWords();
  const code = useCodeOfAddress();
  const enter = useEnter();
  const claimed = useApi<Entrance>('/entrance').data?.claimed;
  if (claimed === true) {
    return (
      <EntranceFrame title={t('entrance.claimed')} intro={t('entrance.claimedText')}>
        <TextLink to="/sign-in">{t('entrance.toSignIn')}</TextLink>
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame title={t('entrance.claim')} intro={t('entrance.claimText')}>
      <ClaimForm code={code} onEntered={(me) => enter(me)} />
    </EntranceFrame>
  );
}
