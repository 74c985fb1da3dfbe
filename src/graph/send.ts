import { randomUUID } from 'node:crypto';
import { refusalOf } from './answers.ts';
import type { Cloud } from './clouds.ts';
import { MalformedAnswer } from './errors.ts';
import type { Log } from './graph.ts';
import type { Http, HttpAnswer } from './http.ts';
import type { Clock, Pace } from './pace.ts';
import { authorise } from './policies/authorise.ts';
import { loggedPath } from './policies/redact.ts';
import type { Retry } from './policies/retry.ts';
import type { Token, TokenSource } from './token.ts';

/** One GET to Graph. */
export type Outgoing = {
  readonly url: string;
  readonly accept: string;
  readonly eventual: boolean;
  /** Resource units that it is expected to cost. */
  readonly units: number;
};

/** What was asked of Graph so far; `throttled` are answers with 429. */
export type Statistics = {
  readonly requests: number;
  readonly throttled: number;
  readonly resourceUnits: number;
};

/** Sends requests under all policies; an answer that `read` rejects is asked for again. */
export type Sender = {
  send<T>(outgoing: Outgoing, read: (answer: HttpAnswer) => T): Promise<T>;
  statistics(): Statistics;
};

/** The one place that attaches a token to a request. */
export function createSender(o: {
  readonly cloud: Cloud;
  readonly token: TokenSource;
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  readonly retry: Retry;
  readonly signal?: AbortSignal | undefined;
}): Sender {
  const total = { requests: 0, throttled: 0, resourceUnits: 0 };

  async function once(outgoing: Outgoing, token: Token, newConnection: boolean): Promise<HttpAnswer> {
    await o.pace.turn(outgoing.units);
    const requestId = randomUUID();
    const line = { method: 'GET', path: loggedPath(outgoing.url), requestId };
    const startedAt = o.clock.now().getTime();
    total.requests += 1;
    try {
      const headers = headersFor(outgoing, token, requestId);
      const answer = await o.http({
        method: 'GET',
        url: outgoing.url,
        headers,
        signal: o.signal,
        newConnection,
      });
      const ms = o.clock.now().getTime() - startedAt;
      o.log.debug({ ...line, status: answer.status, ms }, 'graph request');
      return answer;
    } catch (error) {
      o.log.debug(
        { ...line, error: error instanceof Error ? error.message : 'unknown' },
        'graph request failed',
      );
      throw error;
    }
  }

  function checked(answer: HttpAnswer, outgoing: Outgoing): HttpAnswer {
    total.resourceUnits += Number(answer.headers['x-ms-resource-unit'] ?? outgoing.units) || 0;
    if (answer.status === 429) total.throttled += 1;
    if (answer.status >= 200 && answer.status <= 299) return answer;
    throw refusalOf(answer, `GET ${new URL(outgoing.url).pathname}`, o.clock.now());
  }

  return {
    async send(outgoing, read) {
      refuseForeign(outgoing.url, o.cloud, o.log);
      return o.retry((newConnection) =>
        authorise(o.token, o.clock, o.signal, async (token) =>
          read(checked(await once(outgoing, token, newConnection), outgoing)),
        ),
      );
    },
    statistics: () => ({ ...total }),
  };
}

function headersFor(outgoing: Outgoing, token: Token, requestId: string): Record<string, string> {
  return {
    authorization: `Bearer ${token.value.reveal()}`,
    accept: outgoing.accept,
    'client-request-id': requestId,
    // A collection can wait; what people do in the tenant meanwhile cannot.
    'x-ms-throttle-priority': 'Low',
    ...(outgoing.eventual ? { consistencylevel: 'eventual' } : {}),
  };
}

/** Links to the next page come from outside: a token goes to the Graph host alone. */
function refuseForeign(url: string, cloud: Cloud, log: Log): void {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.origin === cloud.graphHost && !target.username && !target.password) return;
  log.warn({ host: target?.host ?? null }, 'foreign page link');
  const place = target ? target.origin : 'no web address';
  const message = `Microsoft Graph's link to the next page leads to ${place}, not to ${cloud.graphHost}`;
  throw new MalformedAnswer(message, { retryable: false });
}
