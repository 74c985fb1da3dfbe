import { GraphError } from '../errors.ts';
import type { Clock } from '../pace.ts';
import type { Token, TokenSource } from '../token.ts';

// Right after consent Graph does not know the app for up to two minutes.
const unknownAppWaitsSeconds = [15, 30, 45, 30];

/**
 * Makes an attempt with a token, and the same attempt once more with a fresh one when Graph answers 401.
 * @throws GraphError for the second 401, or when Graph does not know the app after two minutes.
 */
export async function authorise<T>(
  token: TokenSource,
  clock: Clock,
  signal: AbortSignal | undefined,
  attempt: (token: Token) => Promise<T>,
): Promise<T> {
  const waits = unknownAppWaitsSeconds.values();
  let refreshed = false;
  let current = await token();
  for (;;) {
    try {
      return await attempt(current);
    } catch (error) {
      if (!(error instanceof GraphError) || error.httpStatus !== 401) throw error;
      if (error.code === 'Authorization_IdentityNotFound') {
        const wait = waits.next();
        if (wait.done) throw error;
        await clock.wait(wait.value * 1000, signal);
      } else if (refreshed) {
        throw error;
      } else {
        refreshed = true;
      }
    }
    current = await newer(token, current);
  }
}

// Another request may have fetched a new token meanwhile; one refresh serves them all.
async function newer(token: TokenSource, refused: Token): Promise<Token> {
  const known = await token();
  return known === refused ? token({ fresh: true }) : known;
}
