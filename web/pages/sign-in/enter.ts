import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Me } from '../../../src/api/contract/access.ts';

/** Goes on as whoever has just signed in, to the page they came from or to the first one. */
export function useEnter(): (me: Me, back?: string) => void {
  const client = useQueryClient();
  const { history } = useRouter();
  return (me, back = '/') => {
    // Nothing that someone else has seen in this browser stays.
    client.clear();
    client.setQueryData(['/me', {}], me);
    history.replace(pathWithin(back));
  };
}

/** The code behind the `#` of the address, which is taken out of it at once: no history and no screenshot keeps it. */
export function useCodeOfAddress(): string | null {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    if (hash === '') return;
    setCode(hash);
    void navigate({ to: '.', search: true, hash: '', replace: true });
  }, [hash, navigate]);
  return hash === '' ? code : hash;
}

/** A path of this interface, so that a link cannot lead from here to another site. */
function pathWithin(back: string): string {
  const url = URL.canParse(back, location.origin) ? new URL(back, location.origin) : null;
  return url === null || url.origin !== location.origin ? '/' : `${url.pathname}${url.search}`;
}
