import { Refusal, type RefusalCode } from '../../api/contract/refusal.ts';
import type { Problem, ProblemCode } from '../../api/contract/problem.ts';
import { eventsOf, type ReceivedEvent } from './events.ts';
import { textOf, type ApiAnswer, type ApiRequest, type Send } from './send.ts';

/** Calls routes of the API; what it says no with is thrown as a Refusal. */
export type Caller = {
  get<Answer>(
    path: string,
    query?: Readonly<Record<string, string | number | boolean | undefined>>,
  ): Promise<Answer>;
  send<Answer>(method: ApiRequest['method'], path: string, body?: unknown): Promise<Answer>;
  /** The events that a route answers with. */
  events(method: ApiRequest['method'], path: string, body?: unknown): AsyncIterable<ReceivedEvent>;
};

/** Calls routes below `/api/v1` by a way to send. */
export function createCaller(send: Send): Caller {
  const ask = async (request: ApiRequest): Promise<ApiAnswer> => {
    const answer = await send({ ...request, path: `/api/v1${request.path}` });
    if (answer.status < 400) return answer;
    throw refused(answer.status, await textOf(answer));
  };
  // The answer has been held against its schema by the server that made it.
  const read = async <Answer>(request: ApiRequest) => {
    const text = await textOf(await ask(request));
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
  return {
    get: (path, query = {}) => read({ method: 'GET', path: path + queryText(query) }),
    send: (method, path, body) => read({ method, path, body }),
    async *events(method, path, body) {
      yield* eventsOf(await ask({ method, path, body, accept: 'text/event-stream' }));
    },
  };
}

function queryText(query: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** A problem of the API as the refusal that it is. */
export function refusalOf({ code, detail }: Problem): Refusal {
  return new Refusal(refusalCodes[code], detail);
}

function refused(status: number, text: string): Refusal {
  const problem = problemIn(text);
  if (problem) return refusalOf(problem);
  return new Refusal('failed', `Something that is no Seatledger answered with ${status}. Check --server.`);
}

function problemIn(text: string): Problem | null {
  try {
    const value = JSON.parse(text) as Partial<Problem> | null;
    const known = typeof value?.code === 'string' && value.code in refusalCodes;
    return known && typeof value.detail === 'string' ? (value as Problem) : null;
  } catch {
    return null;
  }
}

const refusalCodes: Readonly<Record<ProblemCode, RefusalCode>> = {
  'wrong-input': 'wrong-input',
  'not-signed-in': 'not-signed-in',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  conflict: 'conflict',
  'too-large': 'wrong-input',
  'unsupported-media-type': 'wrong-input',
  'wrong-host': 'wrong-input',
  'not-connected': 'refused',
  'too-many': 'too-many',
  refused: 'refused',
  store: 'store',
  failed: 'failed',
  internal: 'failed',
};
