import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api.ts';
import { router } from './routes.tsx';
import { ThemeProvider } from './ui/theme.tsx';
import { Language, firstCatalogue } from './words/language.tsx';

/** Whoever is not signed in any more signs in again and comes back to where it was. */
function onError(error: Error): void {
  const { pathname, searchStr } = router.state.location;
  if (!(error instanceof Problem) || error.status !== 401) return;
  // There it answers what was typed.
  if (pathname === '/sign-in' || pathname === '/claim') return;
  client.clear();
  void router.navigate({ to: '/sign-in', search: { back: `${pathname}${searchStr}` }, replace: true });
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What was refused is refused again; what was out of reach may come back.
      retry: (count, error) =>
        count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
  },
});

const root = document.getElementById('root');
if (root !== null) {
  const first = await firstCatalogue();
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <Language first={first}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Language>
      </ThemeProvider>
    </StrictMode>,
  );
}
