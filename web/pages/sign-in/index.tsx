import { Navigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Entrance, Me, OneTimeRequest } from '../../../src/api/contract/access.ts';
import { call, useApi, useMutate } from '../../api.ts';
import { Bone, Late } from '../../ui/late.tsx';
import { type Search, useUrl } from '../../url.ts';
import { useWords } from '../../words/words.tsx';
import { EntranceFrame } from './entrance-frame.tsx';
import { useCodeOfAddress, useEnter } from './enter.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Where people come in: with a name and a password, or by a link that works once. */
export function Page() {
  const { t } = useWords();
  const [back] = useUrl(({ back }: Search) => back);
  const entrance = useApi<Entrance>('/entrance').data;
  const enter = useEnter();
  const code = useCodeOfAddress();
  const redeem = useRedeem(code, (me) => enter(me, back));
  if (entrance?.claimed === false && code === null) return <Navigate to="/claim" replace />;
  const going = code !== null && redeem.error === null;
  return (
    <EntranceFrame title={t(going ? 'entrance.signingIn' : 'entrance.signIn')}>
      {going ? (
        <Late>
          <Bone width="100%" height={32} />
        </Late>
      ) : (
        <SignInForm linkProblem={redeem.error} onEntered={(me) => enter(me, back)} />
      )}
    </EntranceFrame>
  );
}

/** Signs in with a code as soon as there is one, once. */
function useRedeem(code: string | null, onEntered: (me: Me) => void) {
  const redeem = useMutate(
    (body: OneTimeRequest) => call<Me>('/sign-in/one-time', { method: 'POST', body }),
    [],
  );
  const used = useRef<string | null>(null);
  const { mutate } = redeem;
  useEffect(() => {
    if (code === null || used.current === code) return;
    used.current = code;
    mutate({ code }, { onSuccess: onEntered });
  });
  return redeem;
}
