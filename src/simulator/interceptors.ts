import type { Answer, InterceptedRequest, Interceptor } from './answer.ts';

/** The interceptors that are in place, in the order in which they came. */
export type Interceptors = {
  add(interceptor: Interceptor): () => void;
  /** The answer after all of them have seen it. */
  apply(request: InterceptedRequest, answer: Answer): Answer;
};

/** None in place at first. */
export function createInterceptors(): Interceptors {
  const inPlace = new Set<{ readonly interceptor: Interceptor }>();
  return {
    add(interceptor) {
      const entry = { interceptor };
      inPlace.add(entry);
      return () => void inPlace.delete(entry);
    },
    apply(request, answer) {
      if (inPlace.size === 0) return answer;
      let current: Answer = { ...answer, body: parsed(answer) };
      for (const { interceptor } of inPlace) {
        const changed = interceptor(request, current);
        if (changed)
          current = { ...current, ...changed, headers: { ...current.headers, ...changed.headers } };
      }
      return current;
    },
  };
}

/** Pages are made as text since that is quicker; whoever changes one wants to see its parts. */
function parsed(answer: Answer): Answer['body'] {
  const isJson = answer.headers['content-type']?.startsWith('application/json');
  return isJson && typeof answer.body === 'string'
    ? (JSON.parse(answer.body) as Answer['body'])
    : answer.body;
}
